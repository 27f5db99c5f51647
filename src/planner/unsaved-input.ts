import { Observable } from './observable';

/** What is typed into small forms and not saved yet, by the form's name; it is kept while another screen is shown. */
export class UnsavedInput extends Observable<ReadonlyMap<string, unknown>> {
  constructor() {
    super(new Map());
  }

  /** Keeps what is typed into a form; null where nothing is anymore. */
  readonly type = (form: string, typed: unknown): void => this.set(new Map(this.current()).set(form, typed));
}
