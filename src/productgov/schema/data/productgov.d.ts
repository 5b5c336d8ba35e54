// Product governance 1.0 as it is read; generated from the model.

/** The governance of a product: its vision, priorities, roadmap, metrics and reviews. */
export interface ProductGovernance {
  /** The address of the JSON Schema, for editors. */
  $schema?: string;
  /** The version of the document's format. The default is "1.0". */
  schemaVersion?: "1.0";
  /** Its name among several products; by default, that of its file. */
  id?: string;
  /** The name of the product. */
  name?: string;
  /** The date of the document; horizons and due dates are judged from it. Must be a date, YYYY-MM-DD. */
  asOf?: string;
  /** The month in which the fiscal year starts, from 1 to 12. The default is 1. */
  fiscalYearStart?: number;
  /** Why the product exists, and who it is for. */
  productVision: ProductVision;
  /** How priorities are set. */
  prioritization: Prioritization;
  /** What is planned, and what was delivered. */
  roadmap: Roadmap;
  /** What is measured. */
  metrics: Metrics;
  /** Who reviews it, and how often. */
  reviews: Reviews;
  /** What is to be achieved by period, with key results. The default is []. */
  objectives?: Objective[];
  /** Who works on it, and their capacity. The default is []. */
  teams?: Team[];
  /** The record of what was decided, and why. The default is []. */
  decisions?: Decision[];
  /** The organization around the product. */
  organization?: Organization;
}

/** The purpose of the product, its market, and the pillars of its strategy. */
export interface ProductVision {
  /** Why the product exists. */
  mission: string;
  /** The groups of people that it is for. */
  targetMarket: string[];
  /** What it offers them that nothing else does. */
  valueProposition: string;
  /** The main bets of the strategy; an initiative names the pillar it serves. */
  strategicPillars: string[];
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** The framework that ranks the roadmap, its settings, and how often priorities are reviewed. */
export interface Prioritization {
  /** The framework that ranks the roadmap. */
  framework: Framework;
  /** The weights of the four criteria; by default, all are 1. The default is {"businessValue": 1, "userImpact": 1, "effort": 1, "strategicAlignment": 1}. */
  scoringCriteria?: ScoringCriteria;
  /** How often priorities are reviewed. */
  reviewCadence: ReviewCadence;
  /** How ICE combines its three ratings. The default is "mean". */
  iceVariant?: IceVariant;
  /** Where the value-effort matrix divides high from low. The default is "midpoint". */
  valueEffortCut?: ValueEffortCut | FixedCut;
  /** The period over which RICE counts reach. The default is "quarter". */
  reachPeriod?: ReachPeriod;
  /** The method that ranks instead of the framework: Weighted, WSJF, MoSCoW, Opportunity, Formula, or a plug-in's. */
  rankBy?: string;
  /** The formula that ranks instead of the framework; higher is better. It makes rankBy Formula. */
  formula?: string;
  /** Custom data. */
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
  /** What customers expect, want more of, or are delighted by, from a survey (Kano et al., 1984). */
  | "Kano";

/** The weights of the four scoring criteria; only their proportions matter. */
export interface ScoringCriteria {
  /** The weight of the value to the business. */
  businessValue: number;
  /** The weight of the value to users. */
  userImpact: number;
  /** The weight of the effort, which lowers the score. */
  effort: number;
  /** The weight of the fit with the strategy. */
  strategicAlignment: number;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** How often priorities are reviewed. */
export type ReviewCadence =
  /** Every week. */
  | "weekly"
  /** Every two weeks. */
  | "biweekly"
  /** Every month. */
  | "monthly";

/** How the three ratings of ICE are combined; the two variants can rank differently. */
export type IceVariant =
  /** The mean of the three (Ellis and Brown, 2017). */
  | "mean"
  /** The product of the three (Gilad, 2023). */
  | "product";

/** Where the value-effort matrix divides high from low. */
export type ValueEffortCut =
  /** At 5.5, the middle of the scale from 1 to 10. */
  | "midpoint"
  /** At the medians of the ranked items, so that adding an item can move others. */
  | "median";

/** A cut of the value-effort matrix at chosen values. */
export interface FixedCut {
  /** The value above which it counts as high. */
  value: number;
  /** The effort above which it counts as high. */
  effort: number;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** The period over which RICE counts reach, the same for every initiative. */
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
  /** How the days of the horizons are counted. The default is "rolling". */
  windows?: Windows;
  /** What is scored and ranked, but not placed in a horizon yet. The default is []. */
  backlog?: Initiative[];
  /** The record of what is done or dropped. The default is []. */
  delivered?: Initiative[];
  /** The problems the roadmap promises to solve. The default is []. */
  themes?: string[];
  /** What waits for what. The default is []. */
  dependencies?: Dependency[];
  /** What others must deliver. The default is []. */
  externals?: External[];
  /** How the effort should be divided among the pillars. The default is []. */
  allocation?: Allocation[];
  /** Custom data. */
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
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** One piece of work on the roadmap: its owner, its purpose, its dates, and the metrics it should move. */
export type Initiative = {
  /** Its name in references, unique among roadmap items. */
  id: string;
  /** What it is, in a few words. */
  title: string;
  /** What it is, in detail. */
  description?: string;
  /** What kind of work it is. The default is "feature". */
  kind?: InitiativeKind;
  /** Who is responsible for it. */
  owner?: Role | string;
  /** The id of the team that works on it. */
  team?: string;
  /** The effort it takes, by team, in person-months. The default is []. */
  efforts?: TeamEffort[];
  /** The theme of the roadmap it belongs to. */
  theme?: string;
  /** The strategic pillar it serves. */
  pillar?: string;
  /** The ids of the objectives or key results it serves. The default is []. */
  objectives?: string[];
  /** Its state. The default is "proposed". */
  status?: Status;
  /** The day it was first proposed. Must be a date, YYYY-MM-DD. */
  proposedDate?: string;
  /** The day work starts, or started. Must be a date, YYYY-MM-DD. */
  startDate?: string;
  /** The delivery date that was first promised. Must be a date, YYYY-MM-DD. */
  committedDate?: string;
  /** The day after which delivery is too late. */
  deadline?: Deadline;
  /** The day it was delivered; only when done or rolling out. Must be a date, YYYY-MM-DD. */
  deliveredDate?: string;
  /** The ids of the KPIs it should move. The default is []. */
  metrics?: string[];
  /** The ids of the KPIs it must not harm. The default is []. */
  guardrails?: string[];
  /** The inputs it is ranked by. */
  scoring?: Scoring;
  /** How it is going, in any order. The default is []. */
  checkIns?: CheckIn[];
  /** What became of it; only when done. */
  outcome?: Outcome;
  /** Free labels. The default is []. */
  tags?: string[];
  /** Links to more information. The default is []. */
  links?: Link[];
  /** Custom data. */
  [key: `x-${string}`]: unknown;
} & (
  | {
      targetDate?: never;
      /** The period of delivery that is planned now, instead of a date. Must be a period such as 2026, 2026-H1, 2026-Q1 or 2026-03. */
      targetPeriod?: string | number;
    }
  | {
      /** The delivery date that is planned now. Must be a date, YYYY-MM-DD. */
      targetDate?: string;
      targetPeriod?: never;
    }
);

/** What kind of work an initiative is. */
export type InitiativeKind =
  /** Something new for customers. */
  | "feature"
  /** Something that exists, made better. */
  | "improvement"
  /** What a law, a contract or a standard demands. */
  | "compliance"
  /** Work on what was built before, so that it lasts. */
  | "debt"
  /** Finding out what to build. */
  | "discovery"
  /** Taking something away. */
  | "retirement";

/** Someone who owns, decides or takes part, named by their role. */
export interface Role {
  /** The role, such as Head of Product; a plain text is read as a role with this title. */
  title: string;
  /** The person in this role. */
  name?: string;
  /** Where to reach them; calendars invite this address. */
  email?: string;
  /** The part of the role in decisions. */
  responsibility?: Responsibility;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** The part of a role in a decision (DACI). */
export type Responsibility =
  /** Prepares the decision: gathers what is needed and moves it forward. */
  | "driver"
  /** Makes the decision; one person at most. */
  | "approver"
  /** Contributes knowledge and opinion to the decision. */
  | "contributor"
  /** Is informed of the decision. */
  | "informed";

/** The effort that an initiative takes of one team. */
export interface TeamEffort {
  /** The id of the team. */
  team: string;
  /** Its effort, in person-months. */
  effort: number | Estimate;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** A number that is not known exactly, as three values: low, likely and high. */
export interface Estimate {
  /** The lowest plausible value. */
  low: number;
  /** The likeliest value; scores use it. */
  likely: number;
  /** The highest plausible value. */
  high: number;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** The state of an initiative. */
export type Status =
  /** An idea without a commitment. */
  | "proposed"
  /** Committed to, but not started. */
  | "planned"
  /** Work has started. */
  | "in-progress"
  /** With its first customers, and not with all yet. */
  | "rolling-out"
  /** Delivered. */
  | "done"
  /** Started, but stopped for now. */
  | "paused"
  /** Abandoned. */
  | "dropped";

/** A day after which delivery is too late, whatever was planned. */
export interface Deadline {
  /** The last day. Must be a date, YYYY-MM-DD. */
  date: string;
  /** What sets it. */
  kind: DeadlineKind;
  /** Where it comes from: the law, the contract, the event. */
  source?: string;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** What sets a deadline. */
export type DeadlineKind =
  /** A law or a regulation. */
  | "legal"
  /** A contract. */
  | "contract"
  /** An event that does not wait, such as a trade fair. */
  | "event"
  /** A decision of the company. */
  | "internal";

/** The inputs of an initiative for one method or several. */
export interface Scoring {
  /** The inputs of RICE. */
  rice?: Rice;
  /** The inputs of ICE. */
  ice?: Ice;
  /** The inputs of the value-effort matrix. */
  valueEffort?: ValueEffort;
  /** The results of a Kano survey. */
  kano?: KanoSurvey;
  /** The ratings under the scoring criteria of the document. */
  criteria?: Criteria;
  /** The inputs of WSJF. */
  wsjf?: Wsjf;
  /** Its group under MoSCoW. */
  moscow?: MoscowPriority;
  /** The inputs of the opportunity score. */
  opportunity?: Opportunity;
  /** The inputs of the formula that are not in any of the others. The default is []. */
  inputs?: FormulaInput[];
  /** A score set by hand, with its reason. */
  override?: Override;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** Reach, Impact, Confidence and Effort: the total impact per time worked (McBride, Intercom, 2016). */
export interface Rice {
  /** How many people or events it reaches in the reach period of the document. */
  reach: number | Estimate;
  /** How much it affects each of them: massive 3, high 2, medium 1, low 0.5, minimal 0.25. */
  impact: number | Estimate;
  /** The confidence in the other numbers: high 1.0, medium 0.8, low 0.5. */
  confidence: number;
  /** Its cost, in person-months; left out where the initiative has efforts, whose sum it then is. */
  effort?: number | Estimate;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** Impact, Confidence and Ease, each from 1 to 10 (Ellis and Brown, 2017). */
export interface Ice {
  /** How much it would contribute to the goal, from 1 to 10. */
  impact: number;
  /** The confidence in this impact, from 1 to 10. */
  confidence: number;
  /** How easy it is, from 1 to 10; the opposite of effort. */
  ease: number;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** Value and effort, each from 1 to 10: the axes of the value-effort matrix. */
export interface ValueEffort {
  /** Its value, from 1 to 10. */
  value: number;
  /** Its effort, from 1 to 10. */
  effort: number;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** The results of a Kano survey for one feature: the pairs of answers, or their counts by category. */
export type KanoSurvey = {
  /** Custom data. */
  [key: `x-${string}`]: unknown;
} & (
  | {
      /** The pairs of answers. */
      responses: KanoResponse[];
      counts?: never;
    }
  | {
      responses?: never;
      /** The respondents by category, when the answers are already evaluated. */
      counts: KanoCounts;
    }
);

/** One pair of answers, and how many respondents gave it. */
export interface KanoResponse {
  /** How they feel if the product has the feature. */
  functional: KanoAnswer;
  /** How they feel if it does not. */
  dysfunctional: KanoAnswer;
  /** How many respondents gave this pair of answers. The default is 1. */
  count?: number;
  /** Custom data. */
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

/** How many respondents fall into each category; shares of the respondents can be given instead. */
export interface KanoCounts {
  /** They like to have it, and do not mind not having it. The default is 0. */
  attractive?: number;
  /** The more the better, the less the worse. The default is 0. */
  oneDimensional?: number;
  /** They expect it, and dislike not having it. The default is 0. */
  mustBe?: number;
  /** They do not mind either way. The default is 0. */
  indifferent?: number;
  /** They would rather not have it. The default is 0. */
  reverse?: number;
  /** Answers that contradict each other. The default is 0. */
  questionable?: number;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** The ratings of an initiative under the four scoring criteria of the document, from 0 to 10. */
export interface Criteria {
  /** Its value to the business, from 0 to 10. */
  businessValue: number;
  /** Its value to users, from 0 to 10. */
  userImpact: number;
  /** Its effort, from 0 to 10; more is worse. */
  effort: number;
  /** Its fit with the strategy, from 0 to 10. */
  strategicAlignment: number;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** The parts of the cost of delay, and the size of the job, relative to other items (Reinertsen, 2009; SAFe). */
export interface Wsjf {
  /** Its value to users and the business, relative to other items. */
  userBusinessValue: number;
  /** How much of the value is lost by waiting, relative to other items. */
  timeCriticality: number;
  /** How much risk it removes or opportunity it opens up, relative to other items. */
  riskReduction: number;
  /** Its size, relative to other items. */
  jobSize: number;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** How much a plan depends on an item (DSDM); they are ranked in this order. */
export type MoscowPriority =
  /** The plan makes no sense without it. */
  | "must"
  /** It is important, and there is a way around it. */
  | "should"
  /** It is wanted, and left out first. */
  | "could"
  /** Not this time. */
  | "wont";

/** How important an outcome is to customers, and how satisfied they are with it today (Ulwick, 2005). */
export interface Opportunity {
  /** 10 × the share of customers who call it important or very important. */
  importance: number;
  /** 10 × the share of customers who are satisfied or very satisfied. */
  satisfaction: number;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** A number that the formula of the document uses by its name. */
export interface FormulaInput {
  /** Its name in the formula. */
  name: string;
  /** Its value. */
  value: number | Estimate;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** A score set by hand, with its reason. */
export interface Override {
  /** The score that replaces the computed one. */
  score: number;
  /** Why the computed score is replaced. */
  reason: string;
  /** Who decided. */
  by?: string;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** A judgement on a day: how it is going, how sure one is, and why. */
export interface CheckIn {
  /** The day of the check-in. Must be a date, YYYY-MM-DD. */
  date: string;
  /** How it is going. */
  health?: Health;
  /** The probability that the goal is reached in time, from 0 to 1. */
  confidence?: number;
  /** Why, and what is needed. */
  note?: string;
  /** Who says so. */
  author?: Role | string;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** How a thing is going, in the judgement of those who work on it. */
export type Health =
  /** It will reach its goal as planned. */
  | "on-track"
  /** It may miss its goal; something must change. */
  | "at-risk"
  /** It will miss its goal as planned. */
  | "off-track";

/** What became of a delivered initiative, looked at on a day. */
export interface Outcome {
  /** The day it was looked at. Must be a date, YYYY-MM-DD. */
  date: string;
  /** Whether it did what it was for. */
  verdict: OutcomeVerdict;
  /** What was seen. */
  note?: string;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** Whether an initiative did what it was for. */
export type OutcomeVerdict =
  /** It did. */
  | "achieved"
  /** It did in part. */
  | "partly"
  /** It did not. */
  | "missed";

/** A link to more information: a ticket, a document, a design. */
export interface Link {
  /** What the link leads to. */
  title?: string;
  /** The address: http, https or mailto. */
  url: string;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** A direction for twelve months ahead or more: a problem worth solving, without estimate or date. */
export interface Vision {
  /** Its name in references, unique among roadmap items. */
  id: string;
  /** What it is, in a few words. */
  title: string;
  /** What is true once it is reached. */
  statement?: string;
  /** The theme of the roadmap it belongs to. */
  theme?: string;
  /** The strategic pillar it serves. */
  pillar?: string;
  /** What would show that it is time to start. The default is []. */
  signals?: string[];
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** How the days of the horizons are counted. */
export type Windows =
  /** In months from the date of the document: 0 to 3, 3 to 6, 6 to 12, 12 and beyond. */
  | "rolling"
  /** In fiscal quarters: the one with the date of the document, the next one, the two after it, and what follows. */
  | "quarters";

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
  /** Custom data. */
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
  /** Its state. The default is "expected". */
  status?: ExternalStatus;
  /** The day it arrived; only when delivered. Must be a date, YYYY-MM-DD. */
  deliveredDate?: string;
  /** The item of another product that it is, as product/id. */
  item?: string;
  /** How it is going, in any order. The default is []. */
  checkIns?: CheckIn[];
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** The state of something that others must deliver. */
export type ExternalStatus =
  /** It is awaited. */
  | "expected"
  /** It has arrived. */
  | "delivered"
  /** It will not come. */
  | "refused";

/** The share of the effort that a strategic pillar should get. */
export interface Allocation {
  /** The strategic pillar. */
  pillar: string;
  /** Its share of the effort, from 0 to 1. */
  share: number;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** The north star, and the metrics in three groups: inputs, outputs and guardrails. */
export interface Metrics {
  /** The one metric for the value to customers: the id or name of a KPI, or free text. */
  northStarMetric: string;
  /** The metrics that teams can move directly. The default is []. */
  inputMetrics?: KPI[];
  /** The metrics that follow from the inputs. The default is []. */
  outputMetrics?: KPI[];
  /** The metrics that must not get worse. The default is []. */
  guardrailMetrics?: KPI[];
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** A metric: what it measures, where it should be, what was observed, and what it influences. */
export type KPI = {
  /** Its name in references. */
  id: string;
  /** What it is called. */
  name: string;
  /** How it is measured. */
  description?: string;
  /** The unit of its values. */
  unit?: string;
  /** The direction in which it should move. */
  direction?: Direction;
  /** Its value when the target was set. */
  baseline?: number;
  /** The day of the baseline; by default, that of the first observation. Must be a date, YYYY-MM-DD. */
  baselineDate?: string;
  /** The range in which it must stay. */
  bounds?: Bounds;
  /** Its measurements, in any order. The default is []. */
  observations?: Observation[];
  /** How often it is measured, such as weekly or every 2 weeks. */
  refresh?: string;
  /** Who is responsible for it. */
  owner?: Role | string;
  /** Where its values come from. */
  source?: string;
  /** The ids of the KPIs that it is assumed to influence. The default is []. */
  influences?: string[];
  /** Custom data. */
  [key: `x-${string}`]: unknown;
} & (
  | {
      target?: never;
      /** The values it should reach, by ascending days; the first not yet passed counts. The default is []. */
      targets?: DatedTarget[];
    }
  | {
      /** The value it should reach. */
      target?: Target | number;
      targets?: never;
    }
);

/** The direction in which a metric should move. */
export type Direction =
  /** More is better. */
  | "increase"
  /** Less is better. */
  | "decrease"
  /** It should stay within its bounds. */
  | "maintain";

/** The range in which a metric must stay, limits included. */
export interface Bounds {
  /** The lowest allowed value. */
  min?: number;
  /** The highest allowed value. */
  max?: number;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** A measurement on a day. */
export interface Observation {
  /** The day it was measured. Must be a date, YYYY-MM-DD. */
  date: string;
  /** The measured value, in the unit of the metric. */
  value: number;
  /** A remark about it. */
  note?: string;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** One of several targets of a metric, each for a day. */
export interface DatedTarget {
  /** The value to reach, in the unit of the metric. */
  value: number;
  /** The day by which to reach it. Must be a date, YYYY-MM-DD. */
  by: string;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** The value that a metric should reach, and by when; without a date it applies at any time. */
export interface Target {
  /** The value to reach, in the unit of the metric; a plain number is read as a target. */
  value: number;
  /** The day by which to reach it. Must be a date, YYYY-MM-DD. */
  by?: string;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** The three reviews: product, strategy and portfolio. */
export interface Reviews {
  /** The review of the product, the most frequent. */
  productReview: Review;
  /** The review of the strategy. */
  strategyReview: Review;
  /** The review of the portfolio, the least frequent. */
  portfolioReview: Review;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** A recurring meeting that looks at the governance and makes decisions. */
export interface Review {
  /** How often it takes place: weekly, every 2 weeks, quarterly, ad hoc. */
  frequency: string;
  /** Who takes part. */
  participants: (Role | string)[];
  /** The ids of the KPIs it looks at; by default, those of its kind. */
  metrics?: string[];
  /** The day of the first meeting; the others are counted from it. Must be a date, YYYY-MM-DD. */
  startsOn?: string;
  /** The time of day it starts. */
  startTime?: string;
  /** The time zone of the start time. */
  timeZone?: string;
  /** Its duration in minutes. */
  durationMinutes?: number;
  /** Its items, in order. The default is []. */
  agenda?: string[];
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** What is to be achieved in a period, and the key results that show it. */
export interface Objective {
  /** Its name in references, unique among objectives and key results. */
  id: string;
  /** What is to be achieved, in a few words. */
  title: string;
  /** The period in which to achieve it. Must be a period such as 2026, 2026-H1, 2026-Q1 or 2026-03. */
  period: string | number;
  /** What it promises. The default is "aspirational". */
  kind?: ObjectiveKind;
  /** Who is responsible for it. */
  owner?: Role | string;
  /** The id of the team that works on it. */
  team?: string;
  /** The strategic pillar it serves. */
  pillar?: string;
  /** The id of the objective it contributes to. */
  parent?: string;
  /** What shows that it is reached. The default is []. */
  keyResults?: KeyResult[];
  /** How it is going, in any order. The default is []. */
  checkIns?: CheckIn[];
  /** The verdict after its period. */
  grade?: Grade;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** What an objective promises (Doerr, 2018). */
export type ObjectiveKind =
  /** A stretch: reaching 70 % of it is a success. */
  | "aspirational"
  /** A promise: it is to be reached in full. */
  | "committed";

/** How one sees that an objective is reached: a number to reach, a range to keep, or a milestone. */
export type KeyResult = {
  /** Its name in references, unique among objectives and key results. */
  id: string;
  /** What it is, in a few words. */
  title?: string;
  /** The day the milestone was reached. Must be a date, YYYY-MM-DD. */
  reached?: string;
  /** The day by which to reach it; by default, the last day of the objective's period. Must be a date, YYYY-MM-DD. */
  by?: string;
  /** Its share in the progress of the objective; only proportions matter. The default is 1. */
  weight?: number;
  /** Who is responsible for it. */
  owner?: Role | string;
  /** How it is going, in any order. The default is []. */
  checkIns?: CheckIn[];
  /** Custom data. */
  [key: `x-${string}`]: unknown;
} & (
  | {
      kpi?: never;
      from?: never;
      to?: never;
      keep?: never;
      /** What is to be done, where it is not a number. */
      milestone?: string;
      unit?: never;
      observations?: never;
    }
  | {
      /** The id of the KPI that measures it; it then has no observations of its own. */
      kpi?: string;
      /** The value at its start; by default, the baseline of its KPI. */
      from?: number;
      /** The value to reach; by default, the target of its KPI on or before the day of the key result. */
      to?: number;
      keep?: never;
      milestone?: never;
      unit?: never;
      observations?: never;
    }
  | {
      kpi?: never;
      /** The value at its start; by default, the baseline of its KPI. */
      from?: number;
      /** The value to reach; by default, the target of its KPI on or before the day of the key result. */
      to?: number;
      keep?: never;
      milestone?: never;
      /** The unit of its values. */
      unit?: string;
      /** Its measurements, where it has no KPI, in any order. The default is []. */
      observations?: Observation[];
    }
  | {
      /** The id of the KPI that measures it; it then has no observations of its own. */
      kpi?: string;
      from?: never;
      to?: never;
      /** The range in which the value must stay. */
      keep?: Bounds;
      milestone?: never;
      unit?: never;
      observations?: never;
    }
  | {
      kpi?: never;
      from?: never;
      to?: never;
      /** The range in which the value must stay. */
      keep?: Bounds;
      milestone?: never;
      /** The unit of its values. */
      unit?: string;
      /** Its measurements, where it has no KPI, in any order. The default is []. */
      observations?: Observation[];
    }
);

/** The verdict on an objective after its period. */
export interface Grade {
  /** How much of it was reached, from 0 to 1. */
  value: number;
  /** Why. */
  reason?: string;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** A team, who leads it, and its capacity by period. */
export interface Team {
  /** Its name in references. */
  id: string;
  /** What it is called. */
  name: string;
  /** Who leads it. */
  lead?: Role | string;
  /** What it can do, by period. The default is []. */
  capacity?: Capacity[];
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** How much work a team can do in a period. */
export interface Capacity {
  /** The period. Must be a period such as 2026, 2026-H1, 2026-Q1 or 2026-03. */
  period: string | number;
  /** The effort it has for the roadmap, in person-months. */
  effort: number;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** What was decided on a day about items, objectives or metrics, and why. */
export interface Decision {
  /** Its name in references, unique among decisions. */
  id: string;
  /** The day of the decision. Must be a date, YYYY-MM-DD. */
  date: string;
  /** The ids of what it is about: of items and externals, else objectives and key results, else KPIs. */
  subjects: string[];
  /** What was decided. */
  verdict: DecisionVerdict;
  /** Why. */
  reason: string;
  /** Who decided. */
  decidedBy?: Role | string;
  /** The id of the earlier decision that it replaces. */
  supersedes?: string;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** What was decided about the subjects of a decision. */
export type DecisionVerdict =
  /** Begin it. */
  | "start"
  /** Go on as before. */
  | "keep"
  /** Go on in another way. */
  | "change"
  /** Stop for now. */
  | "pause"
  /** Stop for good. */
  | "stop";

/** The organization around the product, and the role of the person who leads it. */
export interface Organization {
  /** The level of the person who leads product. */
  level?: Level;
  /** How many people the company employs. */
  employees?: number;
  /** How many people do product work. */
  headcount?: Headcount;
  /** Its parts. The default is []. */
  units?: Unit[];
  /** How the leader of product divides their time. */
  timeAllocation?: TimeAllocation;
  /** What it does again and again. The default is []. */
  rituals?: Ritual[];
  /** The plan for the first months in the role. */
  plan?: Plan;
  /** The KPIs that show whether the role succeeds. The default is []. */
  successMetrics?: SuccessMetric[];
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** The level of the person who leads product. */
export type Level =
  /** Head of Product. */
  | "head"
  /** Vice President of Product. */
  | "vp"
  /** Chief Product Officer. */
  | "cpo";

/** How many people do product work. */
export interface Headcount {
  /** How many product managers there are. */
  productManagers?: number;
  /** How many engineers work with them. */
  engineers?: number;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** A part of the organization. */
export interface Unit {
  /** What it is called. */
  name: string;
  /** What it is responsible for. */
  domain: UnitDomain;
  /** Who leads it. */
  lead?: Role | string;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** What a unit of the organization is responsible for. */
export type UnitDomain =
  /** Product managers and product owners. */
  | "product-management"
  /** Design, user experience and research. */
  | "design"
  /** Tools, data and processes of product work. */
  | "product-operations"
  /** Positioning, launches and adoption. */
  | "product-marketing"
  /** Technical product management and platforms. */
  | "technical";

/** How the leader of product divides their time; the shares should sum to 1. */
export interface TimeAllocation {
  /** The share for customers and the market, from 0 to 1. */
  customers: number;
  /** The share for the teams. */
  teams: number;
  /** The share for executives and stakeholders. */
  executives: number;
  /** The share for administration. */
  administration: number;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** Something the organization does again and again, such as customer immersion days or an offsite. */
export interface Ritual {
  /** What it is called. */
  name: string;
  /** How often it takes place, such as monthly or every 2 weeks. */
  frequency: string;
  /** What it is for. */
  purpose?: string;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** The plan for the first months in a role. */
export interface Plan {
  /** The first day in the role. Must be a date, YYYY-MM-DD. */
  startDate: string;
  /** What is to be done, by phase. */
  steps: PlanStep[];
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** One step of a plan. */
export interface PlanStep {
  /** The phase it belongs to. */
  phase: Phase;
  /** What is to be done. */
  title: string;
  /** The day it was done. Must be a date, YYYY-MM-DD. */
  doneOn?: string;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** A phase of the first months in a role, in this order. */
export type Phase =
  /** Understand customers, people and numbers. */
  | "listening"
  /** Find what holds the product back. */
  | "diagnosis"
  /** Agree on where to go. */
  | "vision"
  /** Set up teams, processes and metrics. */
  | "structuring"
  /** Improve what runs. */
  | "optimization";

/** A KPI that shows whether the role succeeds. */
export interface SuccessMetric {
  /** What it shows. */
  area: SuccessArea;
  /** The id of the KPI. */
  kpi: string;
  /** Custom data. */
  [key: `x-${string}`]: unknown;
}

/** What the success of the role is measured by. */
export type SuccessArea =
  /** How well the product fits its market. */
  | "product-market-fit"
  /** What the product does for the business. */
  | "business-impact"
  /** How fast ideas reach customers. */
  | "innovation-velocity"
  /** How well the teams are. */
  | "team-health"
  /** How much the teams achieve with what they have. */
  | "efficiency"
  /** How far product shapes what the company does. */
  | "influence";

/** Custom data; a document with `x-` keys at its root is `ProductGovernance & Extensions`. */
export interface Extensions {
  [key: `x-${string}`]: unknown;
}
