"""The product organization: its people, how they spend their time, and how a leader starts in it."""

from datetime import date
from typing import Annotated

import attrs

from productgov.display import Displayed
from productgov.fields import Fraction, Identifier, Key, Refers, Term, Text, WholeNumber, checked
from productgov.model.extensions import Extensions
from productgov.model.people import Role

__all__ = [
    "Headcount",
    "Level",
    "Organization",
    "Phase",
    "Plan",
    "PlanStep",
    "Ritual",
    "SuccessArea",
    "SuccessMetric",
    "TimeAllocation",
    "Unit",
    "UnitDomain",
]


class Level(Term):
    """The level of the person who leads product."""

    HEAD = "head", "Head of Product."
    VP = "vp", "Vice President of Product."
    CPO = "cpo", "Chief Product Officer."


class UnitDomain(Term):
    """What a unit of the organization is responsible for."""

    PRODUCT_MANAGEMENT = "product-management", "Product managers and product owners."
    DESIGN = "design", "Design, user experience and research."
    PRODUCT_OPERATIONS = "product-operations", "Tools, data and processes of product work."
    PRODUCT_MARKETING = "product-marketing", "Positioning, launches and adoption."
    TECHNICAL = "technical", "Technical product management and platforms."


class Phase(Term):
    """A phase of the first months in a role, in this order."""

    LISTENING = "listening", "Understand customers, people and numbers."
    DIAGNOSIS = "diagnosis", "Find what holds the product back."
    VISION = "vision", "Agree on where to go."
    STRUCTURING = "structuring", "Set up teams, processes and metrics."
    OPTIMIZATION = "optimization", "Improve what runs."


class SuccessArea(Term):
    """What the success of the role is measured by."""

    PRODUCT_MARKET_FIT = "product-market-fit", "How well the product fits its market."
    BUSINESS_IMPACT = "business-impact", "What the product does for the business."
    INNOVATION_VELOCITY = "innovation-velocity", "How fast ideas reach customers."
    TEAM_HEALTH = "team-health", "How well the teams are."
    EFFICIENCY = "efficiency", "How much the teams achieve with what they have."
    INFLUENCE = "influence", "How far product shapes what the company does."


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Headcount(Displayed):
    """How many people do product work."""

    product_managers: Annotated[WholeNumber | None, "How many product managers there are."] = None
    engineers: Annotated[WholeNumber | None, "How many engineers work with them."] = None
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Unit(Displayed):
    """A part of the organization."""

    name: Annotated[Text, Key(), "What it is called."]
    domain: Annotated[UnitDomain, "What it is responsible for."]
    lead: Annotated[Role | None, "Who leads it."] = None
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class TimeAllocation(Displayed):
    """How the leader of product divides their time; the shares should sum to 1."""

    customers: Annotated[Fraction, "The share for customers and the market, from 0 to 1."]
    teams: Annotated[Fraction, "The share for the teams."]
    executives: Annotated[Fraction, "The share for executives and stakeholders."]
    administration: Annotated[Fraction, "The share for administration."]
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Ritual(Displayed):
    """Something the organization does again and again, such as customer immersion days or an offsite."""

    name: Annotated[Text, Key(), "What it is called."]
    frequency: Annotated[Text, "How often it takes place, such as monthly or every 2 weeks."]
    purpose: Annotated[Text | None, "What it is for."] = None
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class PlanStep(Displayed):
    """One step of a plan."""

    phase: Annotated[Phase, "The phase it belongs to."]
    title: Annotated[Text, Key(), "What is to be done."]
    done_on: Annotated[date | None, "The day it was done."] = None
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Plan(Displayed):
    """The plan for the first months in a role."""

    start_date: Annotated[date, "The first day in the role."]
    steps: Annotated[tuple[PlanStep, ...], "What is to be done, by phase."]
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class SuccessMetric(Displayed):
    """A KPI that shows whether the role succeeds."""

    area: Annotated[SuccessArea, Key(), "What it shows."]
    kpi: Annotated[Identifier, Refers("kpi"), Key(), "The id of the KPI."]
    extensions: Extensions = Extensions()


@attrs.frozen(kw_only=True, repr=False, weakref_slot=False, field_transformer=checked)
class Organization(Displayed):
    """The organization around the product, and the role of the person who leads it."""

    level: Annotated[Level | None, "The level of the person who leads product."] = None
    employees: Annotated[WholeNumber | None, "How many people the company employs."] = None
    headcount: Annotated[Headcount | None, "How many people do product work."] = None
    units: Annotated[tuple[Unit, ...], "Its parts."] = ()
    time_allocation: Annotated[TimeAllocation | None, "How the leader of product divides their time."] = None
    rituals: Annotated[tuple[Ritual, ...], "What it does again and again."] = ()
    plan: Annotated[Plan | None, "The plan for the first months in the role."] = None
    success_metrics: Annotated[tuple[SuccessMetric, ...], "The KPIs that show whether the role succeeds."] = ()
    extensions: Extensions = Extensions()
