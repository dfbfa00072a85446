/**
 * Ways in which a page can tell somebody outside something. Each runs inside the page, so it uses nothing from outside
 * itself; it is handed the address that must hear nothing. What a way throws is its refusal.
 */
export const WAYS_OUT: Readonly<Record<string, (address: string) => unknown>> = {
  fetch: (address) => fetch(address),
  'fetch that wants no answer': (address) => fetch(address, { mode: 'no-cors', keepalive: true, method: 'POST' }),
  XMLHttpRequest: (address) => {
    const request = new XMLHttpRequest()
    request.open('GET', address)
    request.send()
  },
  WebSocket: (address) => new WebSocket(address.replace('http', 'ws')),
  EventSource: (address) => new EventSource(address),
  sendBeacon: (address) => navigator.sendBeacon(address, 'told'),
  img: (address) => {
    new Image().src = address
  },
  picture: (address) => {
    const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
    const image = document.createElementNS('http://www.w3.org/2000/svg', 'image')
    image.setAttribute('href', address)
    picture.append(image)
    document.body.append(picture)
  },
  iframe: (address) => {
    const frame = document.createElement('iframe')
    frame.src = address
    document.body.append(frame)
  },
  object: (address) => {
    const object = document.createElement('object')
    object.data = address
    document.body.append(object)
  },
  embed: (address) => {
    const embed = document.createElement('embed')
    embed.src = address
    document.body.append(embed)
  },
  script: (address) => {
    const script = document.createElement('script')
    script.src = address
    document.body.append(script)
  },
  module: (address) => import(/* @vite-ignore */ address) as Promise<unknown>,
  'style sheet': (address) => {
    const link = document.createElement('link')
    link.rel = 'stylesheet'
    link.href = address
    document.head.append(link)
  },
  'style property': (address) => {
    document.body.style.backgroundImage = `url(${address})`
  },
  'style of a sheet': (address) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(`body { list-style: url(${address}) inside; display: list-item }`)
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  },
  font: (address) => new FontFace('outside', `url(${address})`).load(),
  audio: (address) => {
    new Audio(address).load()
  },
  video: (address) => {
    const video = document.createElement('video')
    video.poster = address
    document.body.append(video)
  },
  icon: (address) => {
    const link = document.createElement('link')
    link.rel = 'preload'
    link.as = 'image'
    link.href = address
    document.head.append(link)
  },
  prefetch: (address) => {
    const link = document.createElement('link')
    link.rel = 'prefetch'
    link.href = address
    document.head.append(link)
  },
  'form in a frame': (address) => {
    const frame = document.createElement('iframe')
    frame.name = 'sink'
    const form = document.createElement('form')
    Object.assign(form, { action: address, target: 'sink', method: 'post' })
    document.body.append(frame, form)
    form.submit()
  },
  'worker of a blob': (address) => new Worker(URL.createObjectURL(new Blob([`fetch(${JSON.stringify(address)})`]))),
}
