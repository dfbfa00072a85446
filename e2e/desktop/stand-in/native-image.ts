import type { NativeImage, nativeImage as DeclaredImages } from 'electron'
import type { Context } from './context.ts'
import { readImage, readImageFile, type ReadImage } from './image-file.ts'

export interface Images {
  readonly nativeImage: typeof DeclaredImages
  /** Where the picture of an icon lies; refuses a path with no picture, and an empty picture. */
  pathOf(image: NativeImage | string, of: string): string
}

/**
 * Electron makes an empty picture of a path that is wrong, and shows nothing; here that is refused, for nothing else
 * would tell.
 */
export function createImages({ strict }: Context): Images {
  const paths = new WeakMap<NativeImage, string>()

  function make(found: ReadImage | null, path: string): NativeImage {
    const image = createImage(found)
    paths.set(image, path)
    return image
  }

  function fromPath(path: string): NativeImage {
    return make(readImageFile(path) ?? strict.forbid(`nativeImage: there is no picture at “${path}”.`), path)
  }

  function pathOf(image: NativeImage | string, of: string): string {
    if (typeof image !== 'string') {
      strict.need(!image.isEmpty(), `${of}: the picture is empty.`)
      return paths.get(image) ?? '(made in memory)'
    }
    strict.need(readImageFile(image) !== null, `${of}: Failed to load image from path '${image}'`)
    return image
  }

  const statics = {
    createEmpty: () => make(null, ''),
    createFromPath: fromPath,
    createFromBuffer: (buffer) => {
      return make(readImage(buffer) ?? strict.forbid('nativeImage: the buffer holds no picture.'), '(a buffer)')
    },
    createFromDataURL: (url) => make(readImage(Buffer.from(url.split(',')[1] ?? '', 'base64')), '(a data URL)'),
  } satisfies Partial<typeof DeclaredImages>
  return { nativeImage: statics as unknown as typeof DeclaredImages, pathOf } // a class in the declarations, never newed
}

function createImage(found: ReadImage | null): NativeImage {
  const state = { isTemplate: false }
  const size = { width: found?.width ?? 0, height: found?.height ?? 0 }
  const image: NativeImage = {
    isEmpty: () => found === null,
    getSize: () => size,
    getAspectRatio: () => size.width / size.height,
    setTemplateImage: (isTemplate: boolean) => void (state.isTemplate = isTemplate),
    isTemplateImage: () => state.isTemplate,
    get isMacTemplateImage() {
      return state.isTemplate
    },
    set isMacTemplateImage(isTemplate) {
      state.isTemplate = isTemplate
    },
    resize: () => image,
    addRepresentation: () => undefined,
    toPNG: () => found?.bytes ?? Buffer.alloc(0),
    toDataURL: () => `data:image/png;base64,${found?.bytes.toString('base64') ?? ''}`,
  } as Partial<NativeImage> as NativeImage // pixels are not among ours
  return image
}
