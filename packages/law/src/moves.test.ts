import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ourLaw } from './a-law.ts'
import { type OnTrack, openMoves, stateAfter } from './moves.ts'
import { type TrackName, trackNames } from './tracks.ts'

const { tracks } = ourLaw
const all = Object.keys(tracks.receipts)
const at = (track: TrackName, state: string, more: Partial<OnTrack> = {}): OnTrack => ({
  track,
  state,
  receipts: all,
  fen: 0,
  ...more,
})

/** Walks moves in order, each with all papers. */
const walked = (track: TrackName, ...moves: string[]) =>
  moves.reduce((state, move) => stateAfter(ourLaw, at(track, state), move), tracks.tables[track].starts)

describe('the tables of moves', () => {
  test('[LA54] a transfer goes from draft to the hand-over of goods', () => {
    expect(
      walked('transfer', 'assign_team', 'submit_report', 'approve', 'send', 'sign', 'file', 'hand_over_goods', 'close'),
    ).toBe('closed')
  })

  test('[LA54] a refusal goes through reconsideration and filing supervision to filing as told', () => {
    const refused = [
      'assign_team',
      'submit_report',
      'approve',
      'send',
      'sign',
      'refuse',
      'ask_reconsideration',
      'uphold',
    ] as const
    const supervised = ['suggest_supervision', 'ask_reasons', 'give_reasons', 'tell_to_file', 'file_as_told'] as const
    expect(walked('transfer', ...refused, ...supervised)).toBe('filed')
    expect(walked('transfer', ...refused, 'return_for_administration', 'close')).toBe('closed')
  })

  test('[LA54] the reverse direction goes from non-prosecution to the reply, and may be suspended', () => {
    const decided = ['not_prosecute', 'hand_in', 'suspend', 'resume', 'issue_opinion', 'sign_opinion'] as const
    expect(walked('reverse', ...decided, 'reply', 'track')).toBe('tracked')
    expect(walked('reverse', ...decided, 'urge', 'take_up', 'reply', 'ask_again', 'reply')).toBe('replied')
    expect(walked('reverse', 'not_prosecute', 'hand_in', 'end')).toBe('ended')
  })

  test('[LA55] a move that is not in the table is refused, and so is one that lacks a paper, by name', () => {
    expect(() => stateAfter(ourLaw, at('transfer', 'draft'), 'send')).toThrow('not open')
    const bare = at('transfer', 'report_submitted', { receipts: ['head_decision'] })
    expect(() => stateAfter(ourLaw, bare, 'reject')).toThrow('reasons of the refusal on record')
    expect(openMoves(ourLaw, bare)).toMatchObject([
      {
        move: 'approve',
        to: 'approved',
        by: 'sender',
        missing: [],
        basis: [{ zh: expect.stringContaining('第5条') }],
        event: 'transfer.approved',
      },
      { move: 'reject', missing: [{ id: 'refusal_reasons' }] },
    ])
  })

  test('[LA55] no sequence of moves reaches a state without its papers', () => {
    const someMoves = fc.array(fc.tuple(fc.nat(5), fc.subarray(all)), { maxLength: 25 })
    fc.assert(
      fc.property(fc.constantFrom(...trackNames), someMoves, (track, attempts) => {
        const table = tracks.tables[track]
        let state = table.starts
        for (const [choice, receipts] of attempts) {
          const move = table.moves.filter(({ from }) => from.includes(state))[choice]
          if (!move) continue
          const matter = { track, state, receipts }
          const isWhole = [
            ...move.receipts,
            ...move.gates.filter((gate) => gate.fromAmount).map(({ receipt }) => receipt),
          ].every((each) => receipts.includes(each))
          if (isWhole) state = stateAfter(ourLaw, matter, move.id)
          else expect(() => stateAfter(ourLaw, matter, move.id)).toThrow('Missing')
        }
      }),
    )
  })

  test('[LA56] from 50,000 yuan on, or while the amount is unknown, the penalty is deliberated collectively', () => {
    const missing = (more: Partial<OnTrack>) =>
      openMoves(ourLaw, { track: 'administrative', state: 'investigated', receipts: [], ...more })[0]!.missing.map(
        ({ id }) => id,
      )
    expect(missing({ fen: 4_999_999 })).toEqual([])
    expect(missing({ fen: 5_000_000 })).toEqual(['collective_deliberation'])
    expect(missing({})).toEqual(['collective_deliberation'])
    expect(missing({ fen: 1, flags: ['needs_legal_review'] })).toEqual(['legal_review'])
    expect(missing({ fen: 1, flags: ['is_grave'] })).toEqual(['collective_deliberation'])
  })

  test('[LA56] a hearing that was asked for has to be held before the decision', () => {
    const missing = (flags: OnTrack['flags'] = []) =>
      openMoves(ourLaw, {
        track: 'administrative',
        state: 'noticed',
        receipts: ['defence_record'],
        flags,
      })[0]!.missing.map(({ id }) => id)
    expect([missing(), missing(['hearing_asked'])]).toEqual([[], ['hearing_record']])
  })

  test('[LA57] penalty and transfer exclude each other while the police have the case', () => {
    const decide = (transfer?: string) =>
      openMoves(ourLaw, at('administrative', 'defended', transfer ? { beside: { transfer } } : {}))[0]!.barred
    const open = Object.keys(tracks.tables.transfer.states).filter((state) => !decide(state))
    expect(open).toEqual([
      'draft',
      'team_assigned',
      'report_submitted',
      'rejected',
      'not_filed',
      'upheld',
      'reasons_accepted',
      'returned_for_administration',
      'closed',
    ])
    expect(decide()).toBeNull()
    expect(() =>
      stateAfter(ourLaw, at('administrative', 'defended', { beside: { transfer: 'sent' } }), 'decide'),
    ).toThrow('may not replace the transfer')
  })
})
