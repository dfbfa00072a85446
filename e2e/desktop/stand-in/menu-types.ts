/**
 * The classes items and menus are declared with among each other; the module exports empty subclasses of them, which
 * the compiler holds apart. Electron's declarations are global once anything is imported from the module.
 */
export type Menu = Electron.Menu
export type MenuItem = Electron.MenuItem
