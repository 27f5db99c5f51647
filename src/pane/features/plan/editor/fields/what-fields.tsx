import { Field, Input, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { fundKey, fundLabel } from '../../../../../domain/funds/fund';
import { formatUsd } from '../../../../../domain/money/money';
import { firstDay, labelOf, nextHalf } from '../../../../../domain/calendar/half';
import { ACTIVITY_STATUSES, type ActivityStatus } from '../../../../../domain/activities/activity';
import { activityStatusName } from '../../../../../domain/activities/activity-status-name';
import { CATEGORIES, type Category } from '../../../../../rulebook/rules/requirements';
import { programNamed } from '../../../../../rulebook/rules-on';
import { useReading } from '../../../../ui/use-planning';
import { findInCatalogue } from '../../../../../planner/activities/activity-catalog';
import { ActivityCombobox } from './activity-combobox';
import type { EditorPart } from './editor-part';
import { useFieldStyles } from './field-styles';
import { formatDay } from '../../../../../domain/calendar/day';
import { noBreak } from '../../../../ui/no-break';

/** The activity, its title, its fund, and its status. */
export function WhatFields({ form, activity, facts, left, type, findingsAt }: EditorPart) {
  const { read, book } = useReading();
  const styles = useFieldStyles();
  const chosen = fundKey(activity.fund);
  const isKnown = read.funds.some((fund) => fundKey(fund) === chosen);
  const choose = (key: string): void => {
    const fund = read.funds.find((candidate) => fundKey(candidate) === key);
    if (fund) type({ partnerId: fund.partnerId, program: fund.program, half: labelOf(fund.half) });
    else if (key === '') type({ partnerId: '', program: '', half: '' });
  };
  // without a date, the guidebook of the first day of the fund's usage
  const day = activity.start ?? (activity.fund ? firstDay(nextHalf(activity.fund.half)) : 'newest');
  const program = activity.fund && programNamed(activity.fund.program);
  // the category of the activity or, without one, the category to search
  const [picked, setPicked] = useState<Category | null>(null);
  const found = facts.requirements?.category ?? null;
  const category = found ?? picked;
  const categories = [
    ...new Set([...findInCatalogue('', day, program, book).map((group) => group.category), ...(category ? [category] : [])]),
  ];
  const pick = (chosen: Category | null): void => {
    setPicked(chosen);
    if (found !== null && chosen !== found) type({ activity: '' });
  };
  return (
    <>
      <Field label="Fund" size="small" required hint={left === null ? undefined : `${formatUsd(left)} left for this activity`}>
        <Select className={styles.field} value={chosen} onChange={(_, { value }) => choose(value)}>
          <option value="">Choose a fund</option>
          {activity.fund && !isKnown && <option value={chosen}>{fundLabel(activity.fund)} (not in this workbook)</option>}
          {read.funds.map((fund) => (
            <option key={fundKey(fund)} value={fundKey(fund)}>
              {fundLabel(fund)}
            </option>
          ))}
        </Select>
      </Field>
      {findingsAt('fund')}
      <Field
        label="Category"
        size="small"
        hint={
          facts.requirements ? <>{noBreak(`From the guidebook ${day === 'newest' ? 'in force' : `of ${formatDay(day)}`}`)}</> : undefined
        }
      >
        <Select
          className={styles.field}
          value={category ?? ''}
          onChange={(_, { value }) => pick(CATEGORIES.find((name) => name === value) ?? null)}
        >
          {found === null && <option value="">All categories</option>}
          {categories.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <ActivityCombobox
        value={form.activity}
        day={day}
        program={program}
        category={picked}
        book={book}
        onChange={(name) => type({ activity: name })}
      />
      {findingsAt('activity')}
      <Field label="Title" size="small" hint="Your own name for it, shown in lists">
        <Input className={styles.field} value={form.title} onChange={(_, { value }) => type({ title: value })} />
      </Field>
      <div className={styles.pair}>
        <Field label="Status" size="small">
          <Select className={styles.field} value={form.status} onChange={(_, { value }) => type({ status: value as ActivityStatus })}>
            {ACTIVITY_STATUSES.map((status) => (
              <option key={status} value={status}>
                {activityStatusName(status)}
              </option>
            ))}
          </Select>
        </Field>
        <PriorityField form={form} type={type} />
      </div>
    </>
  );
}

function PriorityField({ form, type }: Pick<EditorPart, 'form' | 'type'>) {
  const styles = useFieldStyles();
  return (
    <Field label="Priority" size="small">
      <Select className={styles.field} value={form.priority} onChange={(_, { value }) => type({ priority: value })}>
        <option value="">None</option>
        {[...new Set(['1', '2', '3', '4', '5', ...(form.priority ? [form.priority] : [])])].map((priority) => (
          <option key={priority} value={priority}>
            {priority === '1' ? '1 (highest)' : priority}
          </option>
        ))}
      </Select>
    </Field>
  );
}
