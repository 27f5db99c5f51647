import { Button, Field, Input, makeStyles, Select, Textarea, tokens, typographyStyles } from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';
import { fieldsOf, type RecordField, type RecordForm } from '../../../planner/program/record-form';
import type { Columns, RecordTable } from '../../../records/record-table';
import { DayInput } from '../../ui/day-input';
import { fault } from '../../ui/fault';

/** Fields of a form under a heading. */
export interface FieldGroup {
  title: string;
  fields: readonly string[];
}

interface RecordEditorProps {
  name: string;
  table: RecordTable<Columns>;
  form: RecordForm;
  groups: readonly FieldGroup[];
  /** Choices of fields that the table's lists have no room for. */
  offers?: Readonly<Record<string, readonly string[]>>;
  mistakes: ReadonlyMap<string, string>;
  isBusy: boolean;
  /** What to ask before saving; null if nothing. */
  question: string | null;
  onType: (form: RecordForm) => void;
  onSave: () => void;
  onClose: () => void;
}

/** The form of one row of a table, with a field for each of its columns. What is wrong shows once someone tries to save. */
export function RecordEditor({
  name,
  table,
  form,
  groups,
  offers,
  mistakes,
  isBusy,
  question,
  onType,
  onSave,
  onClose,
}: RecordEditorProps) {
  const styles = useStyles();
  const [isTried, setTried] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const fields = fieldsOf(table);
  const save = (): void => {
    setTried(true);
    if (mistakes.size > 0) return;
    if (question !== null && !isAsking) setAsking(true);
    else onSave();
  };
  return (
    <form
      className={styles.form}
      aria-label={name}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      {groups.map(({ title, fields: names }) => (
        <fieldset key={title} className={styles.group}>
          <legend className={styles.legend}>{title}</legend>
          <div className={styles.fields}>
            {names.map((field) => {
              const design = fields.find((candidate) => candidate.field === field)!;
              return (
                <RecordInput
                  key={field}
                  design={design}
                  offers={offers?.[field]}
                  value={form[field] ?? ''}
                  mistake={isTried ? mistakes.get(field) : undefined}
                  onType={(value) => {
                    setAsking(false);
                    onType({ ...form, [field]: value });
                  }}
                />
              );
            })}
          </div>
        </fieldset>
      ))}
      {isAsking && (
        <p className={styles.line} role="alert">
          {question}
        </p>
      )}
      <div className={styles.actions}>
        <Button size="small" appearance="primary" type="submit" disabledFocusable={isBusy}>
          {isBusy ? 'Saving' : isAsking ? 'Save as final' : 'Save'}
        </Button>
        <Button size="small" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

interface RecordInputProps {
  design: RecordField;
  offers: readonly string[] | undefined;
  value: string;
  mistake: string | undefined;
  onType: (value: string) => void;
}

function RecordInput({ design: { field, label, kind }, offers, value, mistake, onType }: RecordInputProps) {
  const styles = useStyles();
  const id = useId();
  const choices = offers ?? kind.choices;
  const type = (_: unknown, data: { value: string }): void => onType(data.value);
  const control = (): ReactNode => {
    if (choices && !kind.isOpen)
      return (
        <Select className={styles.field} value={value} onChange={type}>
          {(kind.blank === '' || kind.blank === null || !choices.includes(value)) && <option value="" />}
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {choice}
            </option>
          ))}
        </Select>
      );
    if (kind.format === 'yyyy-mm-dd') return <DayInput className={styles.field} value={value} onChange={type} />;
    if (kind.format === 'mmm yyyy') return <Input type="month" className={styles.field} value={value} onChange={type} />;
    if (LONG.has(field)) return <Textarea className={styles.field} rows={2} value={value} onChange={type} />;
    return <Input className={styles.field} list={choices ? id : undefined} value={value} onChange={type} />;
  };
  return (
    <>
      <Field label={label} size="small" className={styles.field} {...fault(mistake)}>
        {control()}
      </Field>
      {choices && kind.isOpen && (
        <datalist id={id}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
    </>
  );
}

/** Fields for more than a line of text. */
const LONG: ReadonlySet<string> = new Set(['note', 'comments', 'workloads']);

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { ...typographyStyles.body1Strong, padding: 0, marginBottom: tokens.spacingVerticalXS },
  fields: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(140px, 100%), 1fr))',
    gap: tokens.spacingHorizontalS,
    alignItems: 'start',
  },
  field: { minWidth: 0, width: '100%', '& input': { minWidth: 0 }, '& select': { minWidth: 0 }, '& textarea': { minWidth: 0 } },
  line: { ...typographyStyles.body1, margin: 0 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});
