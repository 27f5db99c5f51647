import { Field, Textarea } from '@fluentui/react-components';
import { useClaimStyles } from '../claim-styles';
import { CopyButton } from '../copy-button';
import type { ClaimPart } from './claim-part';

/** What came of the activity, and what the reviewer should know. */
export function NotesPart({ form, onType }: ClaimPart) {
  const styles = useClaimStyles();
  return (
    <div className={styles.close}>
      <Field
        label="Results and notes"
        size="small"
        hint="What came of the activity goes into the summary for the file; in the portal it may go into the notes for the reviewer."
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
