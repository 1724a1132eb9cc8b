// Logistic regression over named features, held to a prior (ridge). In: samples. Out: weights by name, in log-odds.

export interface Sample {
  readonly features: readonly string[]
  readonly right: boolean
  /** What the sample counts; 1 is one. */
  readonly counts: number
}
export type Weights = Record<string, number>

/** Free of the prior: the base rate, and what a source adds to it. */
const isFree = (name: string): boolean => name === 'base' || name.startsWith('@')
const STEPS = 1500
const RATE = 0.5

/** Weights that make the samples likely without going far from `prior`; AdaGrad (Duchi et al. 2011), always the same. */
export function fitLogistic(samples: readonly Sample[], prior: Readonly<Weights>, ridge: number): Weights {
  const weights: Weights = { base: 0, ...prior }
  for (const { features } of samples) for (const name of features) weights[name] ??= 0
  const names = Object.keys(weights)
  const seen: Weights = Object.fromEntries(names.map((name) => [name, 0]))
  for (let step = 0; step < STEPS; step++) {
    const slope: Weights = {}
    for (const name of names) slope[name] = isFree(name) ? 0 : ridge * (weights[name]! - (prior[name] ?? 0))
    for (const sample of samples) {
      const error = sample.counts * (scoreOf(weights, sample) - (sample.right ? 1 : 0))
      slope['base']! += error
      for (const name of sample.features) slope[name]! += error
    }
    for (const name of names) {
      seen[name]! += slope[name]! ** 2
      weights[name]! -= (RATE * slope[name]!) / (Math.sqrt(seen[name]!) + 1e-8)
    }
  }
  return weights
}

/** The chance the weights give a sample, 0..1. */
export function scoreOf(weights: Readonly<Weights>, { features }: Pick<Sample, 'features'>): number {
  let odds = weights['base'] ?? 0
  for (const name of features) odds += weights[name] ?? 0
  return 1 / (1 + Math.exp(-odds))
}
