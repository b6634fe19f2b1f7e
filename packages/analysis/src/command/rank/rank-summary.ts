import type { Committee } from '../../ranking/elect-in-turn.ts';
import type { EqualSharesResult } from '../../ranking/equal-shares.ts';
import type { BudgetOutcome } from '../../ranking/greedy-budget.ts';
import type { InstantRunoffResult } from '../../ranking/instant-runoff.ts';
import { type Rational, toNumber } from '../../ranking/rational.ts';
import type { TransferableVoteResult } from '../../ranking/single-transferable-vote.ts';
import type { ScoreRanking, Tiers } from '../../ranking/tiers.ts';
import type { RankReport } from './rank-election.ts';

type Name = (id: string) => string;

/** The report for people. */
export function rankSummary(report: RankReport): string {
  const { options, ballots, results } = report;
  const names = new Map(options.map((option) => [option.id, option.name]));
  const name: Name = (id) => names.get(id) ?? id;
  const voices = `${ballots.counted} ballots with ${show(ballots.voices)} voices`;
  const blank = ballots.blank > 0 ? `, ${ballots.blank} blank` : '';
  const lines = [`${report.title || report.file}: ${options.length} options, ${voices}${blank}.`];
  if (report.condorcetWinner !== undefined) {
    const winner = report.condorcetWinner;
    lines.push(
      winner === null
        ? 'No option beats every other one.'
        : `Beats every other one: ${name(winner)}.`,
    );
  }
  const { plurality, borda, copeland, approval, score } = results;
  if (plurality) lines.push(...scores('First preferences', plurality, name));
  if (borda) lines.push(...scores(`Borda (unranked: ${borda.unranked})`, borda, name));
  if (copeland) lines.push(...scores('Copeland (won minus lost)', copeland, name));
  if (results.schulze) {
    const { strength, ranking } = results.schulze;
    lines.push('', `Schulze (${strength})`, ...places(ranking, name));
  }
  const pairs = results['ranked-pairs'];
  if (pairs) {
    lines.push('', `Ranked pairs (${pairs.strength})`, ...places(pairs.ranking, name));
    if (pairs.equalStrengthPairs) lines.push('  Equal pairs were locked in the order of options.');
  }
  if (results.irv) lines.push(...runoff(results.irv, name));
  if (results.stv) lines.push(...transfers(results.stv, name));
  if (approval) lines.push(...scores('Approval', approval, name));
  if (score) lines.push(...scores(`Score (unrated: ${score.unranked})`, score, name));
  if (results['seq-pav']) {
    lines.push(...committee('Sequential proportional approval', results['seq-pav'], name));
  }
  if (results.phragmen) lines.push(...committee('Phragmen', results.phragmen, name));
  if (results['equal-shares']) lines.push(...shares(results['equal-shares'], name));
  if (results.greedy) lines.push(...budget('Greedy', results.greedy, name));
  if (report.overlap) lines.push(...overlap(report.overlap, name));
  return `${lines.join('\n')}\n`;
}

const show = (value: Rational) => String(Number(toNumber(value).toFixed(5)));

function places(ranking: Tiers, name: Name): string[] {
  let place = 1;
  return ranking.map((tier) => {
    const line = `  ${String(place).padStart(3)}. ${tier.map(name).join(' = ')}`;
    place += tier.length;
    return line;
  });
}

function scores(title: string, { ranking, scores }: ScoreRanking, name: Name): string[] {
  const byOption = new Map(scores.map(({ option, score }) => [option, score]));
  const lines = places(ranking, name).map(
    (line, tier) => `${line}  ${show(byOption.get(ranking[tier]![0]!)!)}`,
  );
  return ['', title, ...lines];
}

function runoff(result: InstantRunoffResult, name: Name): string[] {
  const rounds = result.rounds.map(({ totals, eliminated, exhausted }, index) => {
    const parts = totals.map(({ option, score }) => `${name(option)} ${show(score)}`);
    const end = eliminated === null ? '' : `; out: ${name(eliminated)}`;
    return `  Round ${index + 1}: ${parts.join(', ')}; exhausted ${show(exhausted)}${end}`;
  });
  return [
    '',
    `Instant runoff: ${result.winner === null ? 'no ballots' : name(result.winner)}`,
    ...rounds,
    ...lastResort(result),
  ];
}

function transfers(result: TransferableVoteResult, name: Name): string[] {
  const { stages, seats, quota, valid, elected } = result;
  const head = `Single transferable vote: ${seats} seats, ${show(valid)} valid, quota ${show(quota)}`;
  const lines = stages.map((stage) => {
    const what =
      stage.option === null ? 'first preferences' : `${stage.action} of ${name(stage.option)}`;
    const totals = stage.totals.map((row) => {
      const sign = row.change.numerator > 0n ? '+' : '';
      const change =
        stage.option === null || row.change.numerator === 0n ? '' : ` (${sign}${show(row.change)})`;
      return `    ${name(row.option)}: ${show(row.total)}${change}`;
    });
    const rest = `    not transferable: ${show(stage.nonTransferable)}; rounding: ${show(stage.rounding)}`;
    const winners =
      stage.elected.length > 0 ? [`    elected: ${stage.elected.map(name).join(', ')}`] : [];
    return [`  Stage ${stage.stage}: ${what}`, ...totals, rest, ...winners];
  });
  const winners = `  Elected: ${elected.map(name).join(', ')}`;
  return ['', head, winners, ...lines.flat(), ...lastResort(result)];
}

function lastResort({
  tieByLastResort,
  ties,
}: {
  tieByLastResort: boolean;
  ties: string;
}): string[] {
  if (!tieByLastResort) return [];
  return [`  A tie was broken by ${ties === 'lot' ? 'lot' : 'the order of options'}.`];
}

function committee(title: string, { seats, steps }: Committee, name: Name): string[] {
  const lines = steps.map(({ option, value, tiedWith }, index) => {
    const tie = tiedWith.length > 0 ? `  (tied with ${tiedWith.map(name).join(', ')})` : '';
    const worth = value === null ? 'no support' : show(value);
    return `  ${String(index + 1).padStart(3)}. ${name(option)}  ${worth}${tie}`;
  });
  return ['', `${title}: ${seats} seats`, ...lines];
}

function budget(title: string, outcome: Omit<BudgetOutcome, 'ties'>, name: Name): string[] {
  const head = `${title}: ${outcome.selected.length} options for ${show(outcome.spent)} of ${show(outcome.budget)}`;
  return ['', head, ...outcome.selected.map((option) => `    ${option}  ${name(option)}`)];
}

function shares(result: EqualSharesResult, name: Name): string[] {
  const title = `Equal shares (utility ${result.utility}, completion ${result.completion})`;
  const added = result.addedGreedily.length;
  const growth = `  Share of each voice ${show(result.share)}, after ${result.increments} increments; ${added} added greedily.`;
  return [...budget(title, result, name), growth];
}

function overlap(result: NonNullable<RankReport['overlap']>, name: Name): string[] {
  const tops = result.topPriorities.map(
    ({ constituency, options }) => `  ${constituency}: ${options.map(name).join(', ')}`,
  );
  const pairs = result.pairs.map(({ constituencies, jaccard, rankBiasedOverlap }) => {
    const [set, list] = [jaccard && show(jaccard), rankBiasedOverlap?.toFixed(3)];
    return `  ${constituencies.join(' and ')}: Jaccard ${set ?? 'none'}, rank-biased ${list ?? 'none'}`;
  });
  const shared = result.sharedByAll.map(name).join(', ') || 'none';
  const head = `Top ${result.top} priorities by constituency (${result.rankedBy})`;
  return ['', head, ...tops, `  Shared by all: ${shared}`, ...pairs];
}
