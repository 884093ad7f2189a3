import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { passOn } from '../src/messages.js';
import { inside } from '../src/room.js';

/** What is done after a message. */
function done(message: unknown): unknown[] {
  const deeds: unknown[] = [];
  passOn(message, {
    giveWay: () => deeds.push('give way'),
    remember: (connected) => deeds.push(['remember', connected]),
    makeRoom: (width, height) => deeds.push(['room', width, height]),
    changed: (what, flattrs) => deeds.push([what, flattrs]),
  });
  return deeds;
}

describe('A message of the frame', () => {
  it('is followed when it is one of ours', () => {
    assert.deepEqual(
      [
        { obolus: 'ready' },
        { obolus: 'connected', connected: false },
        { obolus: 'given', flattrs: 3 },
        { obolus: 'undone', flattrs: 0 },
        { obolus: 'room', width: 0, height: 120.5 },
      ].flatMap(done),
      ['give way', ['remember', false], ['given', 3], ['undone', 0], ['room', 0, 120.5]],
    );
  });

  it('is nothing when it is something else', () => {
    const messages = [
      undefined,
      null,
      'ready',
      7,
      [],
      {},
      { obolus: 'constructor' },
      { obolus: 'connected', connected: '1' },
      { obolus: 'given' },
      { obolus: 'given', flattrs: '3' },
      { obolus: 'undone', flattrs: -1 },
      { obolus: 'undone', flattrs: NaN },
      { obolus: 'room', width: 10 },
      { obolus: 'room', width: Infinity, height: 10 },
      { obolus: 'room', width: '10', height: '10' },
    ];

    assert.deepEqual(messages.flatMap(done), []);
  });
});

describe('Room for the frame', () => {
  it('is within what the reader sees of the page', () => {
    assert.deepEqual([inside(40, 200), inside(250, 200), inside(-30, 200), inside(50, 0)], [0, -50, 30, -50]);
  });
});
