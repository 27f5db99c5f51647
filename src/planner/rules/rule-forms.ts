/** How a rule is written in CoopRules. */
export interface RuleForm {
  /** What to write in Rule. */
  rule: string;
  /** What to write in Value, by example. */
  value: string;
  /** The other columns it uses, and what it changes. */
  about: string;
}

/** Every kind of rule, in the order of the rules on the screen. */
export const RULE_FORMS: readonly RuleForm[] = [
  {
    rule: 'claim deadline',
    value: 'Feb 15',
    about: 'A day from January to June is for activities of July – December, and the other way round.',
  },
  { rule: 'resolution deadline', value: 'Mar 31', about: 'As the claim deadline.' },
  { rule: 'claim opens', value: 'Aug 16', about: 'A day from July to December is for activities of that half.' },
  { rule: 'split', value: '40%', about: 'The co-op share, of a program or a lever.' },
  { rule: 'rate', value: '3.75%, or ended', about: 'What a lever earns of revenue.' },
  { rule: 'threshold', value: '10000', about: 'The least co-op of a Partner ID and half, in US dollars.' },
  {
    rule: 'activity',
    value: 'eligible, or not eligible',
    about: "Activity names it. Category, Expenses, and Proof replace the guidebook's; a list has one item a line, or semicolons between.",
  },
  {
    rule: 'cap',
    value: '25%, 18750, 10% or 3000, or none',
    about: 'Of one Activity and program in a usage period. For travel: 5000 per person, 3 people, 45000 in all.',
  },
  { rule: 'payment', value: 'approved by 15, paid 20 to 25', about: 'Days of the month.' },
  { rule: 'rebate payment', value: '45', about: 'Days after the end of the month.' },
  { rule: 'retention', value: '24', about: 'Months after the claim deadline.' },
  { rule: 'capability', value: '25', about: 'Points that indirect resellers need.' },
];
