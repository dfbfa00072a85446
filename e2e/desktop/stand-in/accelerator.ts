/** Electron's names (electronjs.org/docs/latest/tutorial/keyboard-shortcuts#accelerators), lower case as they compare. */
const MODIFIERS = 'command cmd control ctrl commandorcontrol cmdorctrl alt option altgr shift super meta'.split(' ')
const KEYS = (
  'plus space tab capslock numlock scrolllock backspace delete insert return enter up down left right home end pageup ' +
  'pagedown escape esc volumeup volumedown volumemute medianexttrack mediaprevioustrack mediastop mediaplaypause ' +
  'printscreen numdec numadd numsub nummult numdiv'
).split(' ')

/** Whether Electron can read it: any modifiers, then exactly one key. */
export function isAccelerator(text: string): boolean {
  const parts = text.toLowerCase().split('+')
  const key = parts.pop() ?? ''
  return parts.every((part) => MODIFIERS.includes(part)) && isKey(key)
}

function isKey(key: string): boolean {
  return /^[0-9a-z]$/.test(key) || /^f([1-9]|1\d|2[0-4])$/.test(key) || /^num\d$/.test(key) || isNamedKey(key)
}

function isNamedKey(key: string): boolean {
  return KEYS.includes(key) || (key.length === 1 && '`~!@#$%^&*()-_=[]\\{}|;:\'",.<>/?'.includes(key))
}
