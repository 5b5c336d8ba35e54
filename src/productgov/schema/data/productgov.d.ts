// Product governance 1.0 as it is read; generated from the model.

/** A product's governance: why it exists, what comes first, what is planned, what is measured, who reviews it. */
export interface ProductGovernance {
  /** The address of the JSON Schema, for editors. */
  $schema?: string;
  /** The version of the document's format. The default is "1.0". */
  schemaVersion?: "1.0";
  /** What the product is called. */
  name?: string;
  /** The day the document speaks of; horizons and lateness are counted from it. Must be a date, YYYY-MM-DD. */
  asOf?: string;
  /** Why the product exists, and for whom. */
  productVision: ProductVision;
  /** What decides what comes first. */
  prioritization: Prioritization;
  /** What is planned, and what was delivered. */
  roadmap: Roadmap;
  /** What is measured. */
  metrics: Metrics;
  /** Who looks at all this, and how often. */
  reviews: Reviews;
}

/** What the product is for, for whom, and the few pillars its strategy stands on. */
export interface ProductVision {
  /** Why the product exists. */
  mission: string;
  /** The groups of people it is for. */
  targetMarket: string[];
  /** What they gain from it that they cannot get elsewhere. */
  valueProposition: string;
  /** The few bets that the strategy is built on; initiatives name the one they serve. */
  strategicPillars: string[];
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** The framework that ranks the roadmap, its settings, and how often it is revisited. */
export interface Prioritization {
  /** The framework that ranks the roadmap. */
  framework: Framework;
  /** The weights of the four criteria; left out, all are 1. The default is {"businessValue": 1, "userImpact": 1, "effort": 1, "strategicAlignment": 1}. */
  scoringCriteria?: ScoringCriteria;
  /** How often priorities are looked at again. */
  reviewCadence: ReviewCadence;
  /** How ICE joins its three ratings. The default is "mean". */
  iceVariant?: IceVariant;
  /** Where the value-effort matrix is cut. The default is "midpoint". */
  valueEffortCut?: ValueEffortCut | FixedCut;
  /** The period in which RICE counts its reach. The default is "quarter". */
  reachPeriod?: ReachPeriod;
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** A way to rank initiatives. */
export type Framework =
  /** Reach × Impact × Confidence ÷ Effort (McBride, 2016). */
  | "RICE"
  /** Impact, Confidence and Ease, each from 1 to 10 (Ellis and Brown, 2017). */
  | "ICE"
  /** The four quadrants of value against effort. */
  | "Value-Effort"
  /** What a survey says customers take for granted, want more of, or are delighted by (Kano et al., 1984). */
  | "Kano";

/** The weights of the four criteria; only their proportions matter. */
export interface ScoringCriteria {
  /** The weight of value to the business. */
  businessValue: number;
  /** The weight of value to users. */
  userImpact: number;
  /** The weight of effort, which counts against an initiative. */
  effort: number;
  /** The weight of the fit with the strategy. */
  strategicAlignment: number;
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** How often the priorities are looked at again. */
export type ReviewCadence =
  /** Every week. */
  | "weekly"
  /** Every two weeks. */
  | "biweekly"
  /** Every month. */
  | "monthly";

/** How the three ratings of ICE become one score; the two can rank differently. */
export type IceVariant =
  /** The mean of the three (Ellis and Brown, 2017). */
  | "mean"
  /** The product of the three (Gilad, 2023). */
  | "product";

/** Where the value-effort matrix is cut into high and low. */
export type ValueEffortCut =
  /** At 5.5, the middle of the scale from 1 to 10. */
  | "midpoint"
  /** At the medians of the ranked items; adding an item can move others. */
  | "median";

/** A cut of the value-effort matrix at chosen places. */
export interface FixedCut {
  /** The value above which it counts as high. */
  value: number;
  /** The effort above which it counts as high. */
  effort: number;
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** The period in which RICE counts its reach, the same for every initiative. */
export type ReachPeriod =
  /** People or events in a month. */
  | "month"
  /** People or events in a quarter. */
  | "quarter"
  /** People or events in a year. */
  | "year";

/** What is planned by horizon, what was delivered, and what waits for what. */
export interface Roadmap {
  /** The four columns: now, next, later and future. */
  timeHorizon: TimeHorizon;
  /** The record of what is done or dropped. The default is []. */
  delivered?: Initiative[];
  /** The problems the roadmap promises to solve. The default is []. */
  themes?: string[];
  /** What waits for what. The default is []. */
  dependencies?: Dependency[];
  /** What others must deliver. The default is []. */
  externals?: External[];
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** The four columns of the roadmap; the further away, the less needs to be known. */
export interface TimeHorizon {
  /** From 0 to 3 months: owned, dated, measured. The default is []. */
  now?: Initiative[];
  /** From 3 to 6 months. The default is []. */
  next?: Initiative[];
  /** From 6 to 12 months. The default is []. */
  later?: Initiative[];
  /** 12 months and beyond: visions, not plans. The default is []. */
  future?: Vision[];
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** One piece of work on the roadmap: whose it is, what it serves, when it is due, what it should move. */
export interface Initiative {
  /** Its name in references, unique among roadmap items. */
  id: string;
  /** What it is, in a few words. */
  title: string;
  /** What it is, at length. */
  description?: string;
  /** Who answers for it. */
  owner?: Role | string;
  /** The theme of the roadmap it belongs to. */
  theme?: string;
  /** The strategic pillar it serves. */
  pillar?: string;
  /** Where it stands. The default is "proposed". */
  status?: Status;
  /** The day work begins, or began. Must be a date, YYYY-MM-DD. */
  startDate?: string;
  /** The delivery day that was first promised. Must be a date, YYYY-MM-DD. */
  committedDate?: string;
  /** The delivery day that is aimed at now. Must be a date, YYYY-MM-DD. */
  targetDate?: string;
  /** The day it was delivered; only when done. Must be a date, YYYY-MM-DD. */
  deliveredDate?: string;
  /** The ids of the KPIs it is meant to move. The default is []. */
  metrics?: string[];
  /** The ids of the KPIs it must not harm. The default is []. */
  guardrails?: string[];
  /** What it can be ranked by. */
  scoring?: Scoring;
  /** Free labels. The default is []. */
  tags?: string[];
  /** Where to read on. The default is []. */
  links?: Link[];
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** Someone who owns, decides or takes part, named by the role that is played. */
export interface Role {
  /** The role, such as Head of Product; a plain text stands for a role with this title. */
  title: string;
  /** The person who holds the role. */
  name?: string;
  /** Where to reach them; calendars invite this address. */
  email?: string;
  /** What the role answers for. */
  responsibility?: Responsibility;
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** What a role answers for in a decision (the DACI roles). */
export type Responsibility =
  /** Brings the decision about: gathers what is needed and moves it forward. */
  | "driver"
  /** Makes the decision; one person at the most. */
  | "approver"
  /** Has a voice, and knowledge that the decision needs. */
  | "contributor"
  /** Is told what was decided. */
  | "informed";

/** Where an initiative stands. */
export type Status =
  /** An idea that nobody has committed to. */
  | "proposed"
  /** Committed to, and not begun. */
  | "planned"
  /** Being worked on. */
  | "in-progress"
  /** Delivered. */
  | "done"
  /** Begun, and resting. */
  | "paused"
  /** Given up. */
  | "dropped";

/** Everything an initiative can be ranked by; several frameworks may stand side by side. */
export interface Scoring {
  /** Inputs of RICE. */
  rice?: Rice;
  /** Inputs of ICE. */
  ice?: Ice;
  /** Inputs of the value-effort matrix. */
  valueEffort?: ValueEffort;
  /** What a Kano survey said. */
  kano?: KanoSurvey;
  /** Ratings under the document's scoring criteria. */
  criteria?: Criteria;
  /** A score set by hand, with its reason. */
  override?: Override;
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** Reach, Impact, Confidence and Effort: the total impact per time worked (McBride, Intercom, 2016). */
export interface Rice {
  /** How many people or events it touches in the document's reach period. */
  reach: number | Estimate;
  /** How much it moves each of them: massive 3, high 2, medium 1, low 0.5, minimal 0.25. */
  impact: number | Estimate;
  /** How sure the other numbers are: high 1.0, medium 0.8, low 0.5. */
  confidence: number;
  /** What it costs, in person-months. */
  effort: number | Estimate;
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** A number that is not known exactly: the least it could be, the likeliest, the most. */
export interface Estimate {
  /** The least it could reasonably be. */
  low: number;
  /** The likeliest value; plain scores use it. */
  likely: number;
  /** The most it could reasonably be. */
  high: number;
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** Impact, Confidence and Ease, each from 1 to 10 (Ellis and Brown, 2017). */
export interface Ice {
  /** How much it would move the goal, from 1 to 10. */
  impact: number;
  /** How sure that is, from 1 to 10. */
  confidence: number;
  /** How easy it is to do, from 1 to 10; the opposite of effort. */
  ease: number;
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** Value and effort, each from 1 to 10: the two axes of the value-effort matrix. */
export interface ValueEffort {
  /** What it is worth, from 1 to 10. */
  value: number;
  /** What it costs, from 1 to 10. */
  effort: number;
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** What a Kano survey said about one feature: the raw pairs of answers, or their counts by category. */
export interface KanoSurvey {
  /** The pairs of answers, as they were given. */
  responses?: KanoResponse[];
  /** The respondents by category, when the answers were evaluated already. */
  counts?: KanoCounts;
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** One pair of answers, and how many respondents gave it. */
export interface KanoResponse {
  /** How they feel if the product has the feature. */
  functional: KanoAnswer;
  /** How they feel if it does not. */
  dysfunctional: KanoAnswer;
  /** How many respondents gave this pair of answers. The default is 1. */
  count?: number;
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** How a respondent feels, on the five steps of the Kano questionnaire (Kano et al., 1984). */
export type KanoAnswer =
  /** I like it that way. */
  | "like"
  /** It must be that way; I expect it. */
  | "expect"
  /** I do not care either way. */
  | "neutral"
  /** I can live with it that way. */
  | "tolerate"
  /** I dislike it that way. */
  | "dislike";

/** How many respondents fall into each category; shares of the respondents serve as well. */
export interface KanoCounts {
  /** Delighted with it, not bothered without. The default is 0. */
  attractive?: number;
  /** The more the better, the less the worse. The default is 0. */
  oneDimensional?: number;
  /** Taken for granted with it, upset without. The default is 0. */
  mustBe?: number;
  /** Unmoved either way. The default is 0. */
  indifferent?: number;
  /** They would rather not have it. The default is 0. */
  reverse?: number;
  /** Answers that contradict each other. The default is 0. */
  questionable?: number;
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** An initiative's ratings from 0 to 10 under the four scoring criteria of the document. */
export interface Criteria {
  /** What it is worth to the business, from 0 to 10. */
  businessValue: number;
  /** What it is worth to its users, from 0 to 10. */
  userImpact: number;
  /** What it costs, from 0 to 10; more is worse. */
  effort: number;
  /** How well it fits the strategy, from 0 to 10. */
  strategicAlignment: number;
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** A score set by hand, and why: scores are advice, and leaving them is fine when it is said. */
export interface Override {
  /** The score that takes the place of the computed one. */
  score: number;
  /** Why the computed score does not decide. */
  reason: string;
  /** Who decided. */
  by?: string;
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** Somewhere to read on: a ticket, a document, a design. */
export interface Link {
  /** What is found there. */
  title?: string;
  /** The address: http, https or mailto. */
  url: string;
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** A direction twelve months out or more: a problem worth solving, without estimate or date. */
export interface Vision {
  /** Its name in references, unique among roadmap items. */
  id: string;
  /** What it is, in a few words. */
  title: string;
  /** What the world looks like once it is true. */
  statement?: string;
  /** The theme of the roadmap it belongs to. */
  theme?: string;
  /** The strategic pillar it serves. */
  pillar?: string;
  /** What would tell that its time has come. The default is []. */
  signals?: string[];
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** One item needs, blocks or touches another; "a blocks b" says the same as "b requires a". */
export interface Dependency {
  /** The id of the item that the sentence begins with. */
  from: string;
  /** The id of the item, vision or external that it ends with. */
  to: string;
  /** How the first depends on the second. The default is "requires". */
  type?: DependencyType;
  /** Why. */
  reason?: string;
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** How one item depends on another. */
export type DependencyType =
  /** The first cannot be finished before the second is. */
  | "requires"
  /** The second cannot be finished before the first is. */
  | "blocks"
  /** They belong together, without order. */
  | "relatesTo";

/** Something others must deliver: a legal opinion, a vendor's release, a launch. */
export interface External {
  /** Its name in dependencies, unique among roadmap items. */
  id: string;
  /** What is awaited. */
  title: string;
  /** Who delivers it. */
  owner?: Role | string;
  /** The day it is expected. Must be a date, YYYY-MM-DD. */
  expectedDate?: string;
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** The north star, the inputs that teams can move, the outputs that follow, the guardrails that must hold. */
export interface Metrics {
  /** The one metric that stands for value to customers: a KPI's id or name, or free text. */
  northStarMetric: string;
  /** What teams can move directly. The default is []. */
  inputMetrics?: KPI[];
  /** What follows from the inputs. The default is []. */
  outputMetrics?: KPI[];
  /** What must not get worse on the way. The default is []. */
  guardrailMetrics?: KPI[];
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** A metric: what it counts, which way it should go, how far it is, and what it leads to. */
export interface KPI {
  /** Its name in references. */
  id: string;
  /** What it is called. */
  name: string;
  /** How it is counted. */
  description?: string;
  /** What it is counted in. */
  unit?: string;
  /** Which way it is meant to go. */
  direction?: Direction;
  /** Where it stood when the target was set. */
  baseline?: number;
  /** Where it is meant to be. */
  target?: Target | number;
  /** The range it must stay in. */
  bounds?: Bounds;
  /** What was measured, in any order. The default is []. */
  observations?: Observation[];
  /** How often it is measured, such as weekly or every 2 weeks. */
  refresh?: string;
  /** Who answers for it. */
  owner?: Role | string;
  /** Where the numbers come from. */
  source?: string;
  /** The ids of the KPIs that it is believed to move. The default is []. */
  influences?: string[];
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** Which way a metric is meant to go. */
export type Direction =
  /** More is better. */
  | "increase"
  /** Less is better. */
  | "decrease"
  /** Within its bounds is right. */
  | "maintain";

/** The value a metric is meant to reach, and by when; without a date it is a standing target. */
export interface Target {
  /** The value to reach, in the metric's unit; a plain number stands for a target. */
  value: number;
  /** The day by which to reach it. Must be a date, YYYY-MM-DD. */
  by?: string;
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** The range a metric must stay in, limits included. */
export interface Bounds {
  /** The least it may be. */
  min?: number;
  /** The most it may be. */
  max?: number;
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** What was measured on a day. */
export interface Observation {
  /** The day it was measured. Must be a date, YYYY-MM-DD. */
  date: string;
  /** What was measured, in the metric's unit. */
  value: number;
  /** What should be known about it. */
  note?: string;
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** The three reviews: of the product, of the strategy, of the portfolio. */
export interface Reviews {
  /** The product, often: inputs and guardrails. */
  productReview: Review;
  /** The strategy, now and then: the north star and the outputs. */
  strategyReview: Review;
  /** The portfolio, seldom: everything. */
  portfolioReview: Review;
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** A recurring meeting in which the governance is looked at and decided upon. */
export interface Review {
  /** How often it takes place: weekly, every 2 weeks, quarterly, ad hoc. */
  frequency: string;
  /** Who takes part. */
  participants: (Role | string)[];
  /** The ids of the KPIs it looks at; left out, those of its kind. */
  metrics?: string[];
  /** The day of the first meeting, from which the others are counted. Must be a date, YYYY-MM-DD. */
  startsOn?: string;
  /** The time of day it starts. */
  startTime?: string;
  /** The time zone of the start time. */
  timeZone?: string;
  /** How long it takes. */
  durationMinutes?: number;
  /** What is talked about, in order. The default is []. */
  agenda?: string[];
  /** Data of other tools. */
  [key: `x-${string}`]: unknown;
}

/** Data of other tools; a root that holds some is an `& Extensions`, for the root itself must not be open. */
export interface Extensions {
  [key: `x-${string}`]: unknown;
}
