/** Why a call has no plain formula, in one sentence. */
export class Unplain extends Error {
  override readonly name = 'Unplain';
}
