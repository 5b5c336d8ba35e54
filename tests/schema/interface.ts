// The interface this project implements, restated field by field; only the types it leaves undefined are ours.
import type { Dependency, Initiative, KPI, ProductGovernance as Written, Role, Vision } from "./productgov-output";

type Cadence = "weekly" | "biweekly" | "monthly";
type Method = "RICE" | "ICE" | "Value-Effort" | "Kano";
type Meeting = { frequency: string; participants: Role[] };

export interface Published {
  productVision: {
    mission: string;
    targetMarket: string[];
    valueProposition: string;
    strategicPillars: string[];
  };
  prioritization: {
    framework: Method;
    scoringCriteria: {
      businessValue: number;
      userImpact: number;
      effort: number;
      strategicAlignment: number;
    };
    reviewCadence: Cadence;
  };
  roadmap: {
    timeHorizon: { now: Initiative[]; next: Initiative[]; later: Initiative[]; future: Vision[] };
    themes: string[];
    dependencies: Dependency[];
  };
  metrics: {
    northStarMetric: string;
    inputMetrics: KPI[];
    outputMetrics: KPI[];
    guardrailMetrics: KPI[];
  };
  reviews: { productReview: Meeting; strategyReview: Meeting; portfolioReview: Meeting };
}

export const published = (written: Written): Published => written;
export const written = (published: Published): Written => published;
