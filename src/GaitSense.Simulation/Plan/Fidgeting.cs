using GaitSense.Core;
using GaitSense.Simulation.Motion;

namespace GaitSense.Simulation.Plan;

/// <summary>
/// Decides what the feet do while they stand, and when a stick taps the ground. It has its own chance, so that a person who does nothing of
/// the kind walks as if this were not there.
/// </summary>
internal sealed class Fidgeting(GaitParameters person, ulong seed)
{
    /// <summary>How long the feet are still next to a movement, s: a stride begins and ends at a true rest.</summary>
    private const double StillS = 0.6;

    private const double FalseStartS = 0.7;

    private readonly DeterministicRandom _random = new(seed, stream: 2);

    /// <summary>Fills a rest of both feet.</summary>
    /// <param name="plans">Both feet.</param>
    /// <param name="at">Where they stand.</param>
    /// <param name="restS">When the later one became flat, s.</param>
    /// <param name="toS">When the next movement begins, s.</param>
    /// <param name="next">The foot that moves next; null at the end.</param>
    /// <param name="isFreezing">Whether they tremble.</param>
    /// <param name="taps">What is tapped meanwhile, from the begin of the rest.</param>
    public void Rest(FootPlan[] plans, FootPlacement[] at, double restS, double toS, Foot? next, bool isFreezing, IReadOnlyList<FootTap> taps)
    {
        double fromS = restS + StillS;
        toS -= StillS;
        List<FootFidget.Part>[] parts = [[], []];
        if (next is { } stepping && person.FalseStartChance > 0 && toS - fromS > FalseStartS && _random.NextDouble() < person.FalseStartChance)
        {
            FootFidget.Part start = FootFidget.FalseStart(toS - FalseStartS, toS, 0.2 + (0.1 * _random.NextDouble()));
            Standing(plans, parts, fromS, start.FromS - 0.1, isFreezing);
            parts[(int)stepping].Add(start);
        }
        else
        {
            Standing(plans, parts, fromS, toS, isFreezing);
        }

        for (int foot = 0; foot < 2; foot++)
        {
            FootTap[] own = [.. taps.Where(t => t.Foot == (Foot)foot).OrderBy(t => t.AtS)];
            foreach (FootTap tap in own) plans[foot].Knocks.Add(Knock.OfFoot(restS + tap.AtS, tap.PeakMps2));
            if (parts[foot].Count + own.Length > 0) plans[foot].Fidgets.Add(new FootFidget(at[foot], parts[foot], [.. own.Select((t, i) => TapLift.Of(in t, restS, t.AtS - (i > 0 ? own[i - 1].AtS : 0)))]));
        }
    }

    /// <summary>The stick lands with the affected leg, in the other hand.</summary>
    public void Tap(FootPlan[] plans, Foot landed, double contactS)
    {
        if (person.StickTapMps2 == 0 || landed != person.StickWith) return;
        double at = contactS + 0.04 + (0.02 * _random.NextVariation()), size = person.StickTapMps2 * (1 + (0.3 * _random.NextVariation()));
        plans[(int)landed].Knocks.Add(Knock.OfStick(at, 0.5 * size));
        plans[1 - (int)landed].Knocks.Add(Knock.OfStick(at, size));
    }

    private void Standing(FootPlan[] plans, List<FootFidget.Part>[] parts, double fromS, double toS, bool isFreezing)
    {
        if (toS - fromS < 0.5) return;
        if (isFreezing)
        {
            double hz = 4 + (3 * _random.NextDouble()), heelRad = 0.06 + (0.06 * _random.NextDouble());
            for (int foot = 0; foot < 2; foot++) parts[foot].Add(FootFidget.Tremble(fromS, toS, hz, heelRad, foot * Math.PI));
            return;
        }

        if (person.SwayRad > 0)
        {
            double phase = 2 * Math.PI * _random.NextDouble();
            for (int foot = 0; foot < 2; foot++) parts[foot].Add(FootFidget.Sway(fromS, toS, person.SwayRad, phase + foot));
        }

        if (person.TremorRad > 0)
        {
            double phase = 2 * Math.PI * _random.NextDouble();
            for (int foot = 0; foot < 2; foot++) parts[foot].Add(FootFidget.Tremble(fromS, toS, person.TremorHz, person.TremorRad, phase + (foot * Math.PI)));
        }

        if (person.ClonusRad > 0) Clonus(plans[(int)person.ClonusFoot], parts[(int)person.ClonusFoot], fromS, toS);
    }

    // Spells of 1.5 to 4 s with as much rest between: the heel beats, comes down hard at first, and dies away.
    private void Clonus(FootPlan plan, List<FootFidget.Part> parts, double fromS, double toS)
    {
        for (double at = fromS + (2 * _random.NextDouble()); ;)
        {
            double lastsS = 1.5 + (2.5 * _random.NextDouble()), hz = 5 + (2 * _random.NextDouble());
            if (at + lastsS > toS) return;
            parts.Add(FootFidget.Tremble(at, at + lastsS, hz, person.ClonusRad, 0));
            for (int beat = 1; beat / hz < lastsS; beat++)
                plan.Knocks.Add(Knock.OfFoot(at + (beat / hz), person.ClonusKnockMps2 * Math.Exp(-beat / (hz * lastsS)) * (1 + (0.2 * _random.NextVariation()))));
            at += lastsS + 1.5 + (2.5 * _random.NextDouble());
        }
    }
}
