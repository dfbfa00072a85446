import type { LiveSource } from '../../shared/client.ts'
import type {
  DesktopChoices,
  DesktopRow,
  OutsideLink,
  Place,
  UpdateRow,
  WantedPlace,
} from '../../shared/desktop-rows.ts'
import type { Result } from '../../shared/result.ts'

/** Only what is given changes. */
export type DesktopChange = { readonly [Name in keyof DesktopChoices]?: DesktopChoices[Name] | undefined }

/** The desktop app around the engine, as far as the page may ask of it. It outlives a switch between demo and live. */
export interface Desktop {
  readonly state: LiveSource<DesktopRow>
  readonly wanted: LiveSource<WantedPlace>
  readonly update: LiveSource<UpdateRow>
  change(change: DesktopChange): Promise<Result<null>>
  showing(place: Place): void
  openLink(link: OutsideLink): Promise<Result<null>>
  checkForUpdate(): Promise<Result<null>>
  downloadUpdate(): Promise<Result<null>>
  installUpdate(): Promise<Result<null>>
}
