/**
 * Ways in which text can become code in a page that does not forbid it. Each runs inside the page, so it uses nothing
 * from outside itself; the code it is handed leaves a mark on the document.
 */
export const WAYS_TO_RUN: Readonly<Record<string, (code: string) => unknown>> = {
  'a script element': (code) => {
    const script = document.createElement('script')
    script.textContent = code
    document.body.append(script)
  },
  'a script element with a text node': (code) => {
    const script = document.createElement('script')
    script.append(document.createTextNode(code))
    document.body.append(script)
  },
  'a script of an address that is its source': (code) => {
    const script = document.createElement('script')
    script.src = `data:text/javascript,${encodeURIComponent(code)}`
    document.body.append(script)
  },
  'a script of a blob': (code) => {
    const script = document.createElement('script')
    script.src = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
    document.body.append(script)
  },
  'a script in a picture': (code) => {
    const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    const script = document.createElementNS('http://www.w3.org/2000/svg', 'script')
    script.append(document.createTextNode(code))
    picture.append(script)
    document.body.append(picture)
  },
  eval: (code) => eval(code) as unknown,
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- this is the attack
  'new Function': (code) => new Function(code)() as unknown,
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- this is the attack
  'a timer': (code) => setTimeout(code, 0),
  import: (code) => import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`) as Promise<unknown>,
  'import of a blob': (code) => {
    const blob = new Blob([code], { type: 'text/javascript' })
    return import(/* @vite-ignore */ URL.createObjectURL(blob)) as Promise<unknown>
  },
  innerHTML: (code) => {
    const box = document.createElement('div')
    box.innerHTML = `<img src="/missing" onerror="${code}">`
    document.body.append(box)
  },
  insertAdjacentHTML: (code) => document.body.insertAdjacentHTML('beforeend', `<img src="/missing" onerror="${code}">`),
  outerHTML: (code) => {
    const box = document.createElement('div')
    document.body.append(box)
    box.outerHTML = `<img src="/missing" onerror="${code}">`
  },
  'a parsed document': (code) => {
    const parsed = new DOMParser().parseFromString(`<img src="/missing" onerror="${code}">`, 'text/html')
    document.body.append(...parsed.body.childNodes)
  },
  'a parsed fragment': (code) => {
    const range = document.createRange()
    range.selectNode(document.body)
    document.body.append(range.createContextualFragment(`<img src="/missing" onerror="${code}">`))
  },
  'an attribute': (code) => {
    const button = document.createElement('button')
    button.setAttribute('onclick', code)
    document.body.append(button)
    button.click()
  },
  'a javascript: link': (code) => {
    const link = document.createElement('a')
    link.href = `javascript:${encodeURIComponent(code)};void 0`
    document.body.append(link)
    link.click()
  },
  'a javascript: address': (code) => window.location.assign(`javascript:${encodeURIComponent(code)};void 0`),
  'a document within': (code) => {
    const frame = document.createElement('iframe')
    frame.srcdoc = `<script>parent.${code}</script>`
    document.body.append(frame)
  },
  'a frame of data': (code) => {
    const frame = document.createElement('iframe')
    // Of another origin, so it says it ran instead of leaving the mark itself.
    window.addEventListener('message', () => document.documentElement.setAttribute('data-ran', code))
    frame.src = `data:text/html,<script>parent.postMessage('ran', '*')</script>`
    document.body.append(frame)
  },
  'a worker': (code) => {
    const worker = new Worker(URL.createObjectURL(new Blob(['postMessage("ran")'])))
    worker.onmessage = () => document.documentElement.setAttribute('data-ran', code)
  },
  WebAssembly: async (code) => {
    await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))
    document.documentElement.setAttribute('data-ran', code)
  },
  'a policy that trusts everything': (code) => {
    const { trustedTypes } = window as unknown as {
      trustedTypes: { createPolicy(name: string, rules: object): unknown }
    }
    trustedTypes.createPolicy('default', { createHTML: (text: string) => text, createScript: (text: string) => text })
    document.documentElement.setAttribute('data-ran', code)
  },
}
