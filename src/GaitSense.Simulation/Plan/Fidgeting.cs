using GaitSense.Core;

namespace GaitSense.Simulation;

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
    /// <param name="fromS">When the later one became flat, s.</param>
    /// <param name="toS">When the next movement begins, s.</param>
    /// <param name="next">The foot that moves next; null at the end.</param>
    /// <param name="isFreezing">Whether they tremble.</param>
    public void Rest(FootPlan[] plans, FootPlacement[] at, double fromS, double toS, Foot? next, bool isFreezing)
    {
        (fromS, toS) = (fromS + StillS, toS - StillS);
        if (next is { } stepping && person.FalseStartChance > 0 && toS - fromS > FalseStartS && _random.NextDouble() < person.FalseStartChance)
        {
            FootFidget start = FootFidget.FalseStart(at[(int)stepping], toS - FalseStartS, toS, 0.2 + (0.1 * _random.NextDouble()));
            Standing(plans, at, fromS, start.FromS - 0.1, isFreezing);
            plans[(int)stepping].Fidgets.Add(start);
        }
        else
        {
            Standing(plans, at, fromS, toS, isFreezing);
        }
    }

    /// <summary>The stick lands with the affected leg, in the other hand.</summary>
    public void Tap(FootPlan[] plans, Foot landed, double contactS)
    {
        if (person.StickTapMps2 == 0 || landed != person.StickWith) return;
        double at = contactS + 0.04 + (0.02 * _random.NextVariation()), size = person.StickTapMps2 * (1 + (0.3 * _random.NextVariation()));
        plans[(int)landed].Taps.Add(new(at, 0.5 * size));
        plans[1 - (int)landed].Taps.Add(new(at, size));
    }

    private void Standing(FootPlan[] plans, FootPlacement[] at, double fromS, double toS, bool isFreezing)
    {
        if (toS - fromS < 0.5) return;
        if (isFreezing)
        {
            double hz = 4 + (3 * _random.NextDouble()), heelRad = 0.06 + (0.06 * _random.NextDouble());
            for (int foot = 0; foot < 2; foot++) plans[foot].Fidgets.Add(FootFidget.Tremble(at[foot], fromS, toS, hz, heelRad, foot * Math.PI));
        }
        else if (person.SwayRad > 0)
        {
            double phase = 2 * Math.PI * _random.NextDouble();
            for (int foot = 0; foot < 2; foot++) plans[foot].Fidgets.Add(FootFidget.Sway(at[foot], fromS, toS, person.SwayRad, phase + foot));
        }
    }
}
