import type { Words } from '../../../shared/sentence.ts'

/** Where keys are kept. */
export const vaultWords = {
  'vault.keychain': {
    en: 'In this computer’s keychain.',
    ru: 'В связке ключей этого компьютера.',
    bg: 'В ключодържателя на този компютър.',
  },
  'vault.file': {
    en: 'In an encrypted file in the data folder, opened by your passphrase.',
    ru: 'В зашифрованном файле в папке данных; открывается вашей парольной фразой.',
    bg: 'В шифрован файл в папката с данни, отваря се с вашата парола.',
  },
  'vault.memory': {
    en: 'Nowhere: only the demo is shown.',
    ru: 'Нигде: показан только демо-режим.',
    bg: 'Никъде: показва се само демото.',
  },
  'vault.passphrase': { en: 'Passphrase', ru: 'Парольная фраза', bg: 'Парола' },
  'vault.unlock': { en: 'Open the vault', ru: 'Открыть хранилище', bg: 'Отвори хранилището' },
  'vault.offer': {
    en: 'Keep keys in an encrypted file instead. Keys that are in the keychain stay there and move into the file as soon as the keychain opens.',
    ru: 'Хранить ключи в зашифрованном файле. Ключи из связки остаются в ней и перейдут в файл, как только связка откроется.',
    bg: 'Вместо това ключовете да се пазят в шифрован файл. Ключовете в ключодържателя остават там и минават във файла, щом той се отвори.',
  },
  'vault.new': { en: 'New passphrase', ru: 'Новая парольная фраза', bg: 'Нова парола' },
  'vault.again': { en: 'The same passphrase again', ru: 'Та же фраза ещё раз', bg: 'Същата парола още веднъж' },
  'vault.forgotten': {
    en: 'You enter it at every start. Nobody can recover it.',
    ru: 'Её нужно вводить при каждом запуске. Восстановить её нельзя.',
    bg: 'Въвежда се при всяко пускане. Никой не може да я възстанови.',
  },
  'vault.short': {
    en: 'At least {{length}} characters.',
    ru: 'Не короче {{length}} символов.',
    bg: 'Поне {{length}} знака.',
  },
  'vault.differs': {
    en: 'The two passphrases differ.',
    ru: 'Фразы не совпадают.',
    bg: 'Двете пароли се различават.',
  },
  'vault.begin': { en: 'Keep keys in the file', ru: 'Хранить ключи в файле', bg: 'Пази ключовете във файла' },
} as const satisfies Record<string, Words>
