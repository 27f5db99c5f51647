import { Observable } from './observable';

/** Unsaved input of small forms, by the form's name; it is kept while another screen is shown. */
export class UnsavedInput extends Observable<ReadonlyMap<string, unknown>> {
  constructor() {
    super(new Map());
  }

  /** Keeps the input of a form; null if there is none anymore. */
  readonly type = (form: string, typed: unknown): void => this.set(new Map(this.current()).set(form, typed));
}
