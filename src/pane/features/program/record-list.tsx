import { Badge, Button } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons/svg/add';
import type { ReactNode } from 'react';
import type { Finding } from '../../../domain/finding';
import { blankRecord, rowEdit, type Identified } from '../../../planner/program/program-rows';
import { programOf } from '../../../planner/program/program-session';
import { formOf, readRecordForm, type RecordForm } from '../../../planner/program/record-form';
import type { Columns, ReadRow, RecordTable } from '../../../records/record-table';
import { Card } from '../../ui/card';
import { FindingLine } from '../../ui/finding-line';
import { RecordHistory } from '../../ui/record-history';
import { useObservable } from '../../ui/use-observable';
import { usePlanner } from '../../ui/use-planner';
import { useUnsavedInput } from '../../ui/use-unsaved-input';
import { RecordEditor, type FieldGroup } from './record-editor';
import { useProgramStyles } from './program-styles';

/** A row that is being entered; the base is null for a new one. */
interface Draft {
  base: ReadRow<unknown> | null;
  form: RecordForm;
}

interface RecordListProps<C extends Columns> {
  table: RecordTable<C>;
  rows: readonly ReadRow<Identified<C>>[];
  /** What one row is, such as "association". */
  noun: string;
  addLabel: string;
  groups: readonly FieldGroup[];
  offers?: Readonly<Record<string, readonly string[]>>;
  titleOf: (record: Identified<C>) => string;
  badgeOf?: (record: Identified<C>) => string;
  linesOf: (record: Identified<C>) => readonly string[];
  findingsOf?: (record: Identified<C>) => readonly Finding[];
  extra?: (record: Identified<C>) => ReactNode;
  /** The form before it is saved: what it sets by itself. */
  settle?: (form: RecordForm, was: RecordForm | null) => RecordForm;
  /** What to ask before saving. */
  ask?: (form: RecordForm, was: RecordForm | null) => string | null;
  hasHistory?: boolean;
}

/** The rows of a table: see, add, change, and delete them. */
export function RecordList<C extends Columns>(props: RecordListProps<C>) {
  const { table, rows, noun, addLabel, titleOf, badgeOf, linesOf, findingsOf, extra, hasHistory } = props;
  const styles = useProgramStyles();
  const planner = usePlanner();
  const session = planner.session(programOf);
  const { isBusy } = useObservable(session);
  const [draft, setDraft] = useUnsavedInput<Draft>(`program ${table.design.name}`);
  const remove = (row: ReadRow<Identified<C>>): void =>
    void session.save(table, [rowEdit(table, row, null)], `Deleted the ${noun} "${titleOf(row.record)}".`);
  const isOpen = ({ base }: ReadRow<unknown>): boolean =>
    draft?.base != null && draft.base.base.row === base.row && draft.base.base.id === base.id;
  return (
    <>
      <ul className={styles.list} aria-label={table.design.title}>
        {rows.map((row) => {
          const { record, base, troubles } = row;
          const title = titleOf(record);
          return (
            <li key={`${base.row} ${base.id}`} data-record={base.id}>
              <Card>
                {isOpen(row) && draft ? (
                  <Editor {...props} draft={draft} onDraft={setDraft} was={row} />
                ) : (
                  <>
                    <h3 className={styles.heading}>
                      {title} {badgeOf && <Badge appearance="outline">{badgeOf(record)}</Badge>}
                    </h3>
                    {linesOf(record).map((line) => (
                      <p key={line} className={styles.quiet}>
                        {line}
                      </p>
                    ))}
                    {[
                      ...troubles.map(({ sentence }) => ({ level: 'warning' as const, message: sentence })),
                      ...(findingsOf?.(record) ?? []),
                    ].map(({ level, message }) => (
                      <FindingLine key={message} level={level} message={message} />
                    ))}
                    {extra?.(record)}
                    {hasHistory && base.id !== '' && (
                      <details>
                        <summary className={styles.summary}>History</summary>
                        <RecordHistory id={base.id} />
                      </details>
                    )}
                    <div className={styles.actions}>
                      <Button
                        size="small"
                        aria-label={`Edit ${title}`}
                        disabledFocusable={isBusy}
                        onClick={() => setDraft({ base: row, form: formOf(table, record) })}
                      >
                        Edit
                      </Button>
                      <Button
                        size="small"
                        appearance="subtle"
                        aria-label={`Delete ${title}`}
                        disabledFocusable={isBusy}
                        onClick={() => remove(row)}
                      >
                        Delete
                      </Button>
                    </div>
                  </>
                )}
              </Card>
            </li>
          );
        })}
      </ul>
      {draft !== null && draft.base === null && (
        <Card>
          <Editor {...props} draft={draft} onDraft={setDraft} was={null} />
        </Card>
      )}
      {draft === null && (
        <div>
          <Button size="small" icon={<AddRegular />} onClick={() => setDraft({ base: null, form: formOf(table, blankRecord(table)) })}>
            {addLabel}
          </Button>
        </div>
      )}
    </>
  );
}

interface EditorProps<C extends Columns> extends RecordListProps<C> {
  draft: Draft;
  onDraft: (draft: Draft | null) => void;
  was: ReadRow<Identified<C>> | null;
}

function Editor<C extends Columns>({ table, noun, groups, offers, titleOf, settle, ask, draft, onDraft, was }: EditorProps<C>) {
  const session = usePlanner().session(programOf);
  const { isBusy } = useObservable(session);
  // the row as it was opened, so that the sheet's later changes are merged
  const opened = draft.base as ReadRow<Identified<C>> | null;
  const before = opened && formOf(table, opened.record);
  const form = settle ? settle(draft.form, before) : draft.form;
  const { record, mistakes } = readRecordForm(table, form);
  const save = async (): Promise<void> => {
    const now = { ...record, id: opened?.base.id ?? '' } as Identified<C>;
    const status = before && 'status' in form ? { from: before['status'] ?? '', to: form['status'] ?? '' } : undefined;
    const said = `Saved the ${noun} "${titleOf(now)}".`;
    if (await session.save(table, [rowEdit(table, opened, now)], said, status)) onDraft(null);
  };
  return (
    <RecordEditor
      name={was ? `Edit ${titleOf(was.record)}` : `New ${noun}`}
      table={table}
      form={form}
      groups={groups}
      {...(offers && { offers })}
      mistakes={mistakes}
      isBusy={isBusy}
      question={ask?.(form, before) ?? null}
      onType={(typed) => onDraft({ ...draft, form: typed })}
      onSave={() => void save()}
      onClose={() => onDraft(null)}
    />
  );
}
