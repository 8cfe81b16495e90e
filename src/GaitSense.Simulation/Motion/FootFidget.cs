namespace GaitSense.Simulation.Motion;

/// <summary>
/// What a foot does on the ground between two movements without taking a step: it sways, trembles over the forefoot, taps, or lifts its heel and
/// sets it down again. The sole rolls without slipping and never leaves the ground, so there is no event and no stride.
/// </summary>
/// <param name="Rest">Where the foot stands.</param>
/// <param name="Parts">What it is made of; all adds up.</param>
/// <param name="Taps">When it taps the floor.</param>
internal sealed record FootFidget(FootPlacement Rest, IReadOnlyList<FootFidget.Part> Parts, IReadOnlyList<TapLift> Taps)
{
    /// <summary>Where it begins, s.</summary>
    public double FromS { get; } = Parts.Select(p => p.FromS).Concat(Taps.Select(t => t.AtS - t.LiftS)).Min();

    /// <summary>Where the foot has come to rest again, s.</summary>
    public double ToS { get; } = Parts.Select(p => p.ToS).Concat(Taps.Select(t => t.AtS + t.LiftS)).Max();

    /// <summary>The foot's motion.</summary>
    public BodyMotion At(double t, Sole sole)
    {
        Jet pitch = 0, roll = 0;
        foreach (Part part in Parts)
        {
            if (t <= part.FromS || t >= part.ToS) continue;
            Jet size = Shape.Step(t, part.FromS, part.FromS + part.FadeS) * (1 - Shape.Step(t, part.ToS - part.FadeS, part.ToS));
            foreach (Wave wave in part.Waves)
            {
                double w = 2 * Math.PI * wave.Hz;
                Jet turn = size * Jet.Cos(new Jet((w * (t - part.FromS)) + wave.PhaseRad, w));
                pitch += wave.PitchRad * turn;
                roll += wave.RollRad * turn;
            }
        }

        foreach (TapLift tap in Taps) pitch += tap.At(t);
        Jet way = sole.Roll(pitch);
        (double s, double c) = Math.SinCos(Rest.HeadingRad);
        JetVector origin = new(Rest.PositionM.X + (c * way), Rest.PositionM.Y + (s * way), Rest.PositionM.Z + sole.Height(pitch));
        return new(origin, Rest.HeadingRad, pitch, roll);
    }

    /// <summary>Trembling in place, as in freezing of gait, with tremor or clonus: the heel beats, the forefoot stays.</summary>
    /// <param name="fromS">Where it begins, s.</param>
    /// <param name="toS">Where it ends, s.</param>
    /// <param name="hz">How fast; 3 to 8 in freezing (Moore et al. 2008), as in clonus.</param>
    /// <param name="heelRad">How far the heel rises, rad.</param>
    /// <param name="phaseRad">Where in its beat it begins: the feet tremble in turn.</param>
    public static Part Tremble(double fromS, double toS, double hz, double heelRad, double phaseRad) =>
        new(fromS, toS, Math.Min(0.4, (toS - fromS) / 2),
        [
            new(0, 0, 0.5 * heelRad, 0),
            new(hz, Math.PI + phaseRad, 0.4 * heelRad, 0.15 * heelRad),
            // A beat that is not quite regular.
            new(0.83 * hz, Math.PI + phaseRad, 0.1 * heelRad, -0.05 * heelRad),
        ]);

    /// <summary>Swaying on a foot that stands: slow tilts of thousandths of a radian.</summary>
    public static Part Sway(double fromS, double toS, double swayRad, double phaseRad) =>
        new(fromS, toS, Math.Min(1, (toS - fromS) / 2),
        [
            new(0.27, phaseRad, swayRad, -0.4 * swayRad),
            new(0.61, 2 * phaseRad, 0.6 * swayRad, 0.5 * swayRad),
            new(1.37, 3 * phaseRad, 0.25 * swayRad, 0.3 * swayRad),
        ]);

    /// <summary>A start that is broken off: the heel lifts and comes down again.</summary>
    public static Part FalseStart(double fromS, double toS, double heelRad) =>
        new(fromS, toS, (toS - fromS) / 2, [new(0, 0, heelRad, 0.05 * heelRad)]);

    /// <summary>One part of a fidget.</summary>
    /// <param name="FromS">Where it begins, s.</param>
    /// <param name="ToS">Where it ends, s.</param>
    /// <param name="FadeS">How long it takes to grow and to die away, s; at most half of the span.</param>
    /// <param name="Waves">Its waves.</param>
    internal readonly record struct Part(double FromS, double ToS, double FadeS, IReadOnlyList<Wave> Waves);

    /// <summary>One wave: with 0 Hz a lasting tilt.</summary>
    /// <param name="Hz">Frequency, Hz.</param>
    /// <param name="PhaseRad">Where in its beat it begins, rad.</param>
    /// <param name="PitchRad">Size of the sagittal angle, plantarflexion positive, rad.</param>
    /// <param name="RollRad">Size of the tilt about the long axis, rad.</param>
    internal readonly record struct Wave(double Hz, double PhaseRad, double PitchRad, double RollRad);
}
