import { Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { askTexts, openQuestions, outlineFor } from '../../../../planner/take-away/ask-texts';
import { CopyButton } from '../../../ui/copy-button';
import { noBreak } from '../../../ui/no-break';
import { useObservable } from '../../../ui/use-observable';
import { usePlanner } from '../../../ui/use-planner';
import { useReading } from '../../../ui/use-planning';
import { Section } from '../section';
import { useTakeAwayStyles } from './take-away-styles';

/** Texts to send to a colleague or to Microsoft: what is open, or the outline of an activity. */
export function AskPart() {
  const styles = useTakeAwayStyles();
  const { read, asOf } = useReading();
  const list = useObservable(usePlanner().toDo) ?? [];
  const [chosen, setChosen] = useState<string | null>(null);
  const texts = askTexts(read, asOf);
  const isThere = chosen !== null && texts.some(({ id }) => id === chosen);
  const text = !isThere ? null : chosen === '' ? openQuestions(list, asOf) : outlineFor(chosen, read);
  return (
    <Section id="ask" title="Ask a colleague or Microsoft">
      <Field label="Text" size="small">
        <Select
          className={styles.field}
          value={isThere ? `text ${chosen}` : ''}
          onChange={(_, { value }) => setChosen(value === '' ? null : value.slice(TEXT.length))}
        >
          <option value="">Choose a text</option>
          {texts.map(({ id, label }) => (
            <option key={id} value={`${TEXT}${id}`}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
      {text !== null && (
        <>
          <pre className={styles.text}>{noBreak(text)}</pre>
          <div>
            <CopyButton text={text} what="The text" label="Copy" />
          </div>
        </>
      )}
      <p className={styles.quiet}>
        Paste it into an email or chat. To mention someone in the workbook, paste it into a comment and type @ and the name: an add-in
        can&apos;t look people up, or know whether Excel can notify them.
      </p>
    </Section>
  );
}

const TEXT = 'text ';
