import { Field, Textarea } from '@fluentui/react-components';
import { useClaimStyles } from '../claim-styles';
import { CopyButton } from '../../../ui/copy-button';
import type { ClaimPart } from './claim-part';

/** Results of the activity, and what the reviewer should know. */
export function NotesPart({ form, onType }: ClaimPart) {
  const styles = useClaimStyles();
  return (
    <div className={styles.close}>
      <Field
        label="Results and notes"
        size="small"
        hint="Results go into the summary for your files. In the portal, you can add them to the notes for the reviewer."
      >
        <Textarea
          className={styles.field}
          rows={5}
          resize="vertical"
          value={form.notes}
          onChange={(_, { value }) => onType({ notes: value })}
        />
      </Field>
      <div>
        <CopyButton text={form.notes} what="The notes" label="Copy the notes" />
      </div>
    </div>
  );
}
