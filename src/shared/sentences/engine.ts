import type { Words } from '../sentence.ts'

/** About the engine's own work. */
export const engine = {
  'engine.internal': {
    en: 'Something went wrong inside Tidemark (incident {{incident}}). Your data is kept; the log has the details.',
    ru: 'Внутренняя ошибка Tidemark (инцидент {{incident}}). Данные сохранены; подробности в журнале.',
    bg: 'Вътрешна грешка в Tidemark (инцидент {{incident}}). Данните са запазени; подробностите са в дневника.',
  },
  'engine.busy': {
    en: 'Too many requests are open at once. Close a view or wait a moment and try again.',
    ru: 'Одновременно открыто слишком много запросов. Закройте часть окон или повторите чуть позже.',
    bg: 'Отворени са твърде много заявки едновременно. Затворете някой изглед или опитайте след малко.',
  },
  'link.closed': {
    en: 'The page lost its connection to the engine before the answer came. Nothing is lost; it reconnects by itself, then try again.',
    ru: 'Связь страницы с ядром прервалась до ответа. Ничего не потеряно; она восстановится сама, затем повторите.',
    bg: 'Страницата загуби връзка с ядрото преди отговора. Нищо не е загубено; тя се възстановява сама, после опитайте отново.',
  },
  'engine.read-not-allowed': {
    en: 'Tidemark did not send “{{what}}”: it is not on its list of reads or no key stands behind it. Nothing was changed. This is a fault of the program; please report it.',
    ru: 'Tidemark не отправил «{{what}}»: запроса нет в списке разрешённых чтений или для него нет ключа. Ничего не изменено. Это ошибка программы; сообщите о ней.',
    bg: 'Tidemark не изпрати „{{what}}“: заявката не е в списъка му с четения или няма ключ за нея. Нищо не е променено. Това е грешка в програмата; моля, съобщете за нея.',
  },
} as const satisfies Record<string, Words>
