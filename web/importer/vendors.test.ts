import { describe, expect, it } from 'vitest'
import { recogniseVendor } from './recognise-vendor.ts'
import { inspected, readText, valuesOf } from './test-file.ts'
import { VENDORS } from './vendors.ts'

/** Exports known from their makers' formats; the values are made up. */
const EXPORTS: readonly {
  readonly what: string
  readonly name?: string
  readonly text: string
  readonly format: string
  readonly values: Readonly<Record<string, number>>
}[] = [
  {
    what: 'Fitbit steps from Google, tracker and phone interleaved',
    text: 'timestamp,steps,data source\n2026-01-01T08:00:00Z,100,Charge\n2026-01-01T08:00:00Z,90,Phone\n2026-01-01T09:00:00Z,200,Charge\n2026-01-01T09:01:00Z,50,Charge\n2026-01-01T09:00:00Z,20,Phone\n',
    format: 'fitbit-google-steps',
    values: { '2026-01-01 steps': 350 },
  },
  {
    what: 'Fitbit weight from Google, in grams',
    text: 'timestamp,weight grams,data source\n2026-01-01T08:00:00Z,74500,Aria\n',
    format: 'fitbit-google-weight',
    values: { '2026-01-01 weight': 74.5 },
  },
  {
    what: 'Fitbit sleep from Google',
    text: 'sleep_id,sleep_type,minutes_in_sleep_period,minutes_after_wake_up,minutes_to_fall_asleep,minutes_asleep,minutes_awake,start_utc_offset,sleep_start,end_utc_offset,sleep_end,data_source\n1,STAGES,480,0,5,420,60,+01:00,2026-01-01T22:30:00Z,+01:00,2026-01-02T06:30:00Z,Charge\n',
    format: 'fitbit-google-sleep',
    values: { '2026-01-02 sleep': 7 },
  },
  {
    what: 'Fitbit’s old file of titled tables, with thousands commas',
    text: 'Body\nDate,Weight,BMI,Fat\n"2026-01-01","74.5","23","18"\n\nFoods\nDate,Calories In\n"2026-01-01","2,105"\n\nActivities\nDate,Calories Burned,Steps,Distance,Floors,Minutes Sedentary,Activity Calories\n"2026-01-01","2,734","8,214","5.9","10","700","1,200"\n\nSleep\nStart Time,End Time,Minutes Asleep,Minutes Awake,Number of Awakenings,Time in Bed\n"2026-01-01 11:10PM","2026-01-02 6:40AM","420","30","2","450"\n',
    format: 'fitbit-blocks',
    values: {
      '2026-01-01 weight': 74.5,
      '2026-01-01 steps': 8214,
      '2026-01-01 calories': 2105,
      '2026-01-02 sleep': 7,
    },
  },
  {
    what: 'Samsung Health steps: combined rows only, a line before the header, a comma after each row',
    text: '\uFEFFcom.samsung.shealth.step_daily_trend,6313004,4\nbinning_data,source_type,count,speed,distance,calorie,deviceuuid,day_time\nx,-2,8214,1.3,6000,300,a,1767225600000,\nx,0,8000,1.3,6000,300,a,1767225600000,\nx,1,8214,1.3,6000,300,b,1767225600000,\n',
    format: 'samsung-steps',
    values: { '2026-01-01 steps': 8214 },
  },
  {
    what: 'Samsung Health sleep: the night’s start and its minutes',
    text: 'com.samsung.shealth.sleep,6307003,11\nefficiency,sleep_score,sleep_duration,com.samsung.health.sleep.start_time,com.samsung.health.sleep.time_offset,com.samsung.health.sleep.end_time,com.samsung.health.sleep.datauuid\n90,80,420,2026-01-01 23:30:00.000,UTC+0100,2026-01-02 06:30:00.000,x,\n',
    format: 'samsung-sleep',
    values: { '2026-01-02 sleep': 7 },
  },
  {
    what: 'Samsung Health weight',
    text: 'com.samsung.health.weight,6307003,3\nstart_time,time_offset,weight,height,body_fat\n2026-01-01 07:00:00.000,UTC+0100,74.5,180,18,\n',
    format: 'csv-wide',
    values: { '2026-01-01 weight': 74.5 },
  },
  {
    what: 'Oura activity, with semicolons and JSON in cells',
    text: 'id;active_calories;contributors;day;equivalent_walking_distance;score;steps;total_calories\na;300;{"stay_active":85,"move_every_hour":70};2026-01-01;6000;80;8214;2500\n',
    format: 'oura-activity',
    values: { '2026-01-01 steps': 8214 },
  },
  {
    what: 'Oura nights, naps left out',
    text: 'id;average_breath;bedtime_end;bedtime_start;day;deep_sleep_duration;total_sleep_duration;type\na;14;2026-01-02T06:30:00+01:00;2026-01-01T23:00:00+01:00;2026-01-02;5400;25200;long_sleep\nb;14;2026-01-02T14:30:00+01:00;2026-01-02T14:00:00+01:00;2026-01-02;0;1500;sleep\n',
    format: 'oura-sleep',
    values: { '2026-01-02 sleep': 7 },
  },
  {
    what: 'Oura trends',
    text: 'date,Total Sleep Duration,REM Sleep Duration,Deep Sleep Duration,Steps,Activity Burn,Total Burn\n2026-01-02,25200,5400,5400,8214,300,2500\n',
    format: 'oura-trends',
    values: { '2026-01-02 sleep': 7, '2026-01-02 steps': 8214 },
  },
  {
    what: 'Zepp Life nights: stages added up, an empty night not imported',
    text: '\uFEFFdate,lastSyncTime,deepSleepTime,shallowSleepTime,wakeTime,start,stop,REMTime,naps\n2026-01-02,1767312000,100,260,10,2026-01-01 22:30:00+0000,2026-01-02 05:40:00+0000,60,\n2026-01-03,1767312000,0,0,0,2026-01-03 00:00:00+0000,2026-01-03 00:00:00+0000,0,\n',
    format: 'zepp-sleep',
    values: { '2026-01-02 sleep': 7 },
  },
  {
    what: 'Zepp Life activity: its calories are burned',
    text: 'date,lastSyncTime,steps,distance,runDistance,calories\n2026-01-01,1767312000,8214,6000,0,310\n',
    format: 'csv-wide',
    values: { '2026-01-01 steps': 8214 },
  },
  {
    what: 'Cronometer biometrics: a unit for each row',
    text: 'Day,Time,Group,Metric,Unit,Amount\n2026-01-01,7:00 AM,Uncategorized,Weight (Garmin),kg,74.5\n2026-01-02,7:00 AM,Uncategorized,Weight (Garmin),lbs,164\n2026-01-02,7:00 AM,Uncategorized,Resting Heart Rate,bpm,55\n',
    format: 'cronometer-biometrics',
    values: { '2026-01-01 weight': 74.5, '2026-01-02 weight': 74.38914868 },
  },
  {
    what: 'openScale: 0 is not measured',
    text: '"biceps","bone","caliper1","calories","chest","comment","dateTime","fat","lbm","muscle","visceralFat","waist","water","weight"\n"0.0","3.1","0.0","0.0","0.0","","2026-01-01 07:30","18.2","0.0","41.0","0.0","0.0","55.0","74.5"\n"0.0","0.0","0.0","0.0","0.0","","2026-01-02 07:30","0.0","0.0","0.0","0.0","90.0","0.0","0.0"\n',
    format: 'openscale',
    values: { '2026-01-01 weight': 74.5 },
  },
  {
    what: 'a weight with its unit beside it, and a mood of 10 to 100',
    text: 'date,mood_value,mood_tags,notes\n2026-01-01,75,calm,\n2026-01-02,50,,\n',
    format: 'csv-wide',
    values: { '2026-01-01 mood': 4, '2026-01-02 mood': 3 },
  },
  {
    what: 'sleep in seconds with its stages beside it',
    text: 'date,bedtime,wake_time,duration_in_seconds,time_asleep_in_seconds,deep_sleep_seconds,light_sleep_seconds\n2026-01-02,2026-01-01T23:00:00,2026-01-02T06:30:00,27000,25200,5400,19800\n',
    format: 'csv-wide',
    values: { '2026-01-02 sleep': 7 },
  },
  {
    what: 'Health Auto Export with food: what was eaten, not what was burned',
    text: 'Date,Active Energy (kcal),Dietary Energy (kcal),Protein (g),Step Count (count),Weight & Body Mass (kg)\n2026-01-01 00:00:00,450.5,2105.4,112.1,8214,74.5\n',
    format: 'csv-wide',
    values: {
      '2026-01-01 weight': 74.5,
      '2026-01-01 steps': 8214,
      '2026-01-01 calories': 2105.4,
      '2026-01-01 protein': 112.1,
    },
  },
  {
    what: 'MyFitnessPal with a mark, quotes and thousands',
    text: '\uFEFFDate,Meal,Calories,Fat (g),Protein (g),Note\n2026-01-01,Breakfast,"1,000.0",30,50.5,\n2026-01-01,Dinner,"1,105.5",40,61.5,\n',
    format: 'myfitnesspal',
    values: { '2026-01-01 calories': 2105.5, '2026-01-01 protein': 112 },
  },
  {
    what: 'Daylio with scales and several moods a day',
    text: '\uFEFFfull_date,date,weekday,time,mood,activities,scales,note_title,note\n2026-01-01,January 1,Thursday,21:30,rad,"a | b","","",""\n2026-01-01,January 1,Thursday,8:30 am,meh,"","","","two\nlines"\n',
    format: 'daylio',
    values: { '2026-01-01 mood': 4 },
  },
  {
    what: 'a German table',
    text: 'Datum;Gewicht (kg);Schritte;Schlafdauer (Std);Kalorien;Eiweiß (g)\n23.11.2026;74,5;8.214;7,25;2.105;112\n24.11.2026;74,2;12.001;8;1.990;98,5\n',
    format: 'csv-wide',
    values: {
      '2026-11-23 weight': 74.5,
      '2026-11-23 steps': 8214,
      '2026-11-23 sleep': 7.25,
      '2026-11-23 calories': 2105,
      '2026-11-23 protein': 112,
      '2026-11-24 weight': 74.2,
      '2026-11-24 steps': 12_001,
      '2026-11-24 sleep': 8,
      '2026-11-24 calories': 1990,
      '2026-11-24 protein': 98.5,
    },
  },
]

describe('known exports', () => {
  it.each(EXPORTS.map((known) => [known.what, known] as const))('%s', async (_, { text, name, format, values }) => {
    const result = await readText(text, name === undefined ? {} : { name })
    expect(valuesOf(result)).toEqual(values)
    expect(result).toMatchObject({ format, refusedCount: 0 })
  })

  it.each([
    [
      'Garmin activities',
      'Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Steps\nRunning,2026-01-01 08:00:00,false,Run,"5.01","400",00:30:00,150,170,"4,800"\n',
    ],
    [
      'Strava activities',
      'Activity ID,Activity Date,Activity Name,Distance,Calories,Athlete Weight\n1,"Sep 29, 2026, 10:30:00 PM",Run,5,400,74\n',
    ],
    ['Withings calories', 'date,value\n2026-01-01,1478.7\n'],
    [
      'WHOOP workouts',
      'Cycle start time,Workout start time,Duration (min),Energy burned (cal)\n2026-01-01 23:00:00,2026-01-02 08:00:00,30,200\n',
    ],
  ])('%s hold none of the metrics', (_, text) => {
    expect(inspected(text, 'aggregates_calories_passive.csv').blocked).toContain('No column holds one of your metrics')
  })

  it('are each reachable: none stands behind a wider one', () => {
    for (const vendor of VENDORS) {
      const name = vendor.file === undefined ? 'x.csv' : 'aggregates_steps.csv'
      const found = recogniseVendor(vendor.needs, vendor.format === 'withings-other' ? 'aggregates_bp.csv' : name)
      expect(found).toBe(vendor)
    }
  })
})
