import { Field, Input, Textarea } from '@fluentui/react-components';
import type { EditorPart } from './editor-part';
import { useFieldStyles } from './field-styles';

/** Who runs the activity and what it is. */
export function AboutFields({ form, type, findingsAt }: EditorPart) {
  const styles = useFieldStyles();
  return (
    <>
      <Field label="Description" size="small">
        <Textarea
          className={styles.field}
          resize="vertical"
          value={form.description}
          onChange={(_, { value }) => type({ description: value })}
        />
      </Field>
      <div className={styles.pair}>
        <Field label="Owner" size="small">
          <Input className={styles.field} value={form.owner} onChange={(_, { value }) => type({ owner: value })} />
        </Field>
        <Field label="Solution area" size="small">
          <Input className={styles.field} value={form.solutionArea} onChange={(_, { value }) => type({ solutionArea: value })} />
        </Field>
      </div>
      {findingsAt('solutionArea')}
    </>
  );
}
