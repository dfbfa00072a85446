/**
 * Ways in which a page can be led elsewhere, or bring another window up. Each runs inside the page, so it uses nothing
 * from outside itself; it is handed the address to go to. What a way throws is its refusal.
 */
export const WAYS_AWAY: Readonly<Record<string, (address: string) => unknown>> = {
  'a link': (address) => {
    const link = document.createElement('a')
    link.href = address
    document.body.append(link)
    link.click()
  },
  'a link to a new window': (address) => {
    const link = document.createElement('a')
    Object.assign(link, { href: address, target: '_blank' })
    document.body.append(link)
    link.click()
  },
  'a link to download': (address) => {
    const link = document.createElement('a')
    Object.assign(link, { href: address, download: 'installer.exe' })
    document.body.append(link)
    link.click()
  },
  'window.open': (address) => window.open(address),
  'window.open, named': (address) => window.open(address, 'named', 'popup,width=100,height=100'),
  'window.open, this window': (address) => window.open(address, '_self'),
  'location =': (address) => {
    window.location.href = address
  },
  'location.replace': (address) => window.location.replace(address),
  'a refresh': (address) => {
    const meta = document.createElement('meta')
    meta.httpEquiv = 'refresh'
    meta.content = `0; url=${address}`
    document.head.append(meta)
  },
  'a form': (address) => {
    const form = document.createElement('form')
    form.action = address
    document.body.append(form)
    form.submit()
  },
  'a form to a new window': (address) => {
    const form = document.createElement('form')
    Object.assign(form, { action: address, target: '_blank', method: 'post' })
    document.body.append(form)
    form.submit()
  },
  'a frame': (address) => {
    const frame = document.createElement('iframe')
    frame.src = address
    document.body.append(frame)
  },
  'a frame that leads its parent': (address) => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    frame.contentWindow?.parent.location.assign(address)
  },
  'a webview': (address) => {
    const view = document.createElement('webview')
    view.setAttribute('src', address)
    view.setAttribute('allowpopups', '')
    document.body.append(view)
  },
}
