import { Combobox, Field, makeStyles, Option, OptionGroup } from '@fluentui/react-components';
import { useState } from 'react';
import type { WorkbookRules } from '../../../../../cells/workbook-rules';
import { formatDay, type Day } from '../../../../../domain/calendar/day';
import type { Category } from '../../../../../rulebook/rules/requirements';
import type { ProgramId } from '../../../../../rulebook/rules/programs';
import { activityNamed, findInCatalogue } from '../../../../../planner/activities/activity-catalog';

interface ActivityComboboxProps {
  value: string;
  /** The guidebook's day. */
  day: Day | 'newest';
  /** Whose activities are offered; null for all. */
  program: ProgramId | null;
  /** The activities listed before anything is typed; omitted for all. Typed text is searched in every category. */
  category?: Category | null;
  book: WorkbookRules;
  onChange: (activity: string) => void;
}

/**
 * Finds an activity of the guidebook by any of its names, by category; any other text is also allowed. Its list opens
 * inside the screen: at the end of the page it would be outside all landmarks, and typing would scroll the pane away.
 */
export function ActivityCombobox({ value, day, program, category = null, book, onChange }: ActivityComboboxProps) {
  const styles = useStyles();
  const [isTyping, setIsTyping] = useState(false);
  const query = isTyping && activityNamed(value, book) !== value ? value : '';
  const groups = findInCatalogue(query, day, program, book).filter(
    (group) => query !== '' || category === null || group.category === category,
  );
  const known = activityNamed(value, book);
  return (
    <Field label="Activity" size="small" required hint={groups.length === 0 ? nothingFound(query, day) : undefined}>
      <Combobox
        className={styles.box}
        freeform
        inlinePopup
        size="small"
        value={value}
        selectedOptions={known ? [known] : []}
        positioning={{ position: 'below', align: 'start', matchTargetSize: 'width', fallbackPositions: ['above'] }}
        onChange={(event) => {
          setIsTyping(true);
          onChange(event.target.value);
        }}
        onOptionSelect={(_, { optionValue }) => {
          setIsTyping(false);
          if (optionValue) onChange(optionValue);
        }}
        onBlur={() => {
          setIsTyping(false);
          // the portal's or a user's spelling becomes the guidebook's
          if (known && known !== value) onChange(known);
        }}
        listbox={{ className: styles.list }}
      >
        {groups.map(({ category: label, activities }) => (
          <OptionGroup key={label} label={label}>
            {activities.map((name) => (
              <Option key={name} value={name} text={name}>
                {name}
              </Option>
            ))}
          </OptionGroup>
        ))}
      </Combobox>
    </Field>
  );
}

function nothingFound(query: string, day: Day | 'newest'): string {
  if (query !== '') return `The guidebook has no activity like "${query}".`;
  return day === 'newest' ? 'No activities are available to this program.' : `No guidebook we have lists activities for ${formatDay(day)}.`;
}

const useStyles = makeStyles({
  box: { minWidth: 0, width: '100%', '& input': { minWidth: 0 } },
  // above the bar with Save
  list: { zIndex: 2 },
});
