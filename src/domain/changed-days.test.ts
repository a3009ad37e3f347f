import { describe, expect, it } from 'vitest';

import { changedDays, type NamedHoliday } from './changed-days.ts';

const dayOff = (day: string, name = 'Natal', source = 'SKB'): NamedHoliday => ({ day, kind: 'national', name, source });
const [christmas, newYear] = [dayOff('2026-12-25'), dayOff('2027-01-01', 'Tahun Baru')];

describe('a change of the days off', () => {
  it('corrects a day that is taken away and added at once', () => {
    const corrected = dayOff('2026-12-25', 'Kelahiran Yesus Kristus');
    const { added, removed, after } = changedDays([christmas], { add: [corrected], remove: [christmas] });
    expect({ added, removed, after }).toEqual({ added: [corrected], removed: [christmas], after: [corrected] });
  });

  it('takes a day once that was named twice, as it was named first', () => {
    const again = dayOff('2027-01-01', 'Tahun Baru 2027');
    const { added, doubled, after } = changedDays([christmas], { add: [newYear, again], remove: [] });
    expect({ added, doubled }).toEqual({ added: [newYear], doubled: [again] });
    expect(after).toEqual([christmas, newYear]);
  });

  it('leaves what is there already, and says so, whatever it was called this time', () => {
    const again = dayOff('2026-12-25', 'Hari Natal');
    const { added, already, after } = changedDays([christmas], { add: [again, newYear], remove: [] });
    expect({ added, already, after }).toEqual({ added: [newYear], already: [again], after: [christmas, newYear] });
  });

  it('takes nothing away that comes back just as it was', () => {
    const { added, removed, already } = changedDays([christmas], { add: [christmas], remove: [christmas] });
    expect({ added, removed, already }).toEqual({ added: [], removed: [], already: [christmas] });
  });

  it('keeps a day that is off for another reason, and names what was never there', () => {
    const leave = { ...christmas, kind: 'joint_leave' } as const;
    const { removed, unknown, after } = changedDays([christmas], { add: [], remove: [leave] });
    expect({ removed, unknown, after }).toEqual({ removed: [], unknown: [leave], after: [christmas] });
  });
});
