namespace GaitSense.Core.Tests;

/// <summary>When a foot leaves the ground and when it lands, of a step drawn by hand: what turns it, how fast it is, what it feels.</summary>
public sealed class ContactRuleTests
{
    private const double PeriodS = 0.005;

    // A release of 4 rad/s that has fallen to half at 1.25 s, and a landing rotation that is at 2 rad/s at 1.725 s.
    [Fact]
    public void Step_LeavesAsItsReleaseFalls_AndLandsAsItTurnsBack()
    {
        List<ContactEvent> found = Found(new Step());
        found.Count.ShouldBe(2);
        ContactEvent left = found[0], landed = found[1];
        (left.Kind, left.ReleaseSign, left.Confidence, left.AmbiguityS).ShouldBe((GaitEventKind.TerminalContact, 1, 0.98, 0.0));
        left.Time.Seconds.ShouldBe(1.25 - 0.008, 0.0005);
        left.AngleRad.ShouldBe(12.5, 0.005);
        left.ReleaseRad.ShouldBe(4 * 0.3 * 2 / Math.PI, 0.01);
        (landed.Kind, landed.ReleaseSign, landed.ReleaseRad, landed.Confidence).ShouldBe((GaitEventKind.InitialContact, 1, left.ReleaseRad, 0.98));
        landed.Time.Seconds.ShouldBe(1.725 - 0.002, 0.0005);
        landed.AngleRad.ShouldBe(17.25, 0.005);
    }

    // Walking backward the foot turns the other way round: the same step.
    [Fact]
    public void StepBackward_IsTheSameStep()
    {
        List<ContactEvent> forward = Found(new Step()), backward = Found(new Step { Sense = -1 });
        backward.Select(e => (e.Kind, e.Time)).ShouldBe(forward.Select(e => (e.Kind, e.Time)));
        backward.ShouldAllBe(e => e.ReleaseSign == -1);
    }

    // A release of less than 0.3 rad/s or 2.3 degrees is none, nor one without flight, nor one of a stance of less than 0.12 s.
    [Theory, InlineData(0.25, false), InlineData(0.35, true), InlineData(4, true)]
    public void ReleaseThatHardlyTurns_IsNone(double peakRadPerS, bool isRelease) =>
        Found(new Step { ReleaseRadPerS = peakRadPerS }).Any(e => e.ReleaseSign == 1).ShouldBe(isRelease);

    [Theory, InlineData(0.25, 0), InlineData(0.31, 1)]
    public void ReleaseWithoutFlight_IsNone(double topMps, int releases) =>
        Found(new Step { TopMps = topMps, SwingRadPerS = 0.8, LandingRadPerS = 0 }).Count(e => e.Kind == GaitEventKind.TerminalContact).ShouldBe(releases);

    // Rolling over the ground by 5 rad/s moves a sensor by as much as 1.25 m/s.
    [Theory, InlineData(1.2, false), InlineData(1.4, true)]
    public void FlightIsFasterThanRolling(double topMps, bool isSeenEarly)
    {
        List<ContactEvent> found = Found(new Step { TopMps = topMps, RampS = 0.01, SwingShape = _ => 1 }, until: 1.45);
        (found.Count > 0).ShouldBe(isSeenEarly);
    }

    [Theory, InlineData(0.30, true), InlineData(0.55, false)]
    public void FlightThatComesTooLate_ProvesNoRelease(double laterS, bool isRelease) =>
        Found(new Step { ReleaseFromS = 1.0 - laterS, BackRadPerS = 0.5 }, until: 1.6).Any(e => e.ReleaseSign == 1).ShouldBe(isRelease);

    [Theory, InlineData(0.11, false), InlineData(0.14, true)]
    public void StanceWithARest_LastsForATwelfthOfASecondAtLeast(double stanceS, bool isRelease)
    {
        // The foot stands still from 1.242 s less the stance on.
        ContactDetector detector = new(new ContactLimits());
        SetStance(detector, 1.242 - stanceS, hasRested: true);
        Found(new Step(), detector, from: 1.0).Any(e => e.Kind == GaitEventKind.TerminalContact && e.Time.Seconds < 1.25).ShouldBe(isRelease);
    }

    [Theory, InlineData(0.23, false), InlineData(0.25, true)]
    public void StanceWithoutARest_LastsTwiceAsLong(double stanceS, bool isRelease)
    {
        ContactDetector detector = new(new ContactLimits());
        SetStance(detector, 1.242 - stanceS, hasRested: false);
        Found(new Step { NeverStill = true }, detector, from: 1.0).Any(e => e.Kind == GaitEventKind.TerminalContact && e.Time.Seconds < 1.25).ShouldBe(isRelease);
    }

    // Without a speed to go by: a big release before a swing as big as itself.
    [Theory, InlineData(3, 5, true), InlineData(2.4, 5, false), InlineData(3, 0.8, false)]
    public void WithoutASpeed_ABigReleaseBeforeABigSwing_IsAStep(double releaseRadPerS, double swingRadPerS, bool isStep)
    {
        List<ContactEvent> found = Found(new Step { ReleaseRadPerS = releaseRadPerS, SwingRadPerS = swingRadPerS, HasSpeed = false });
        found.Any(e => e.Kind == GaitEventKind.TerminalContact).ShouldBe(isStep);
        if (isStep) found[^1].Kind.ShouldBe(GaitEventKind.InitialContact);
    }

    // Announced early: the release past its peak while the foot moves, the landing as the swing's rotation ends.
    [Fact]
    public void Contacts_AreAnnouncedEarly()
    {
        List<(double At, ContactEvent Guess)> guesses = [];
        Found(new Step { RampFromS = 1.12 }, guesses: guesses);
        guesses.Select(g => g.Guess.Kind).ShouldBe([GaitEventKind.TerminalContact, GaitEventKind.InitialContact]);
        guesses[0].At.ShouldBe(1.255, 0.006);
        (guesses[0].Guess.Confidence, guesses[0].Guess.ReleaseSign).ShouldBe((0.7, 1));
        guesses[0].Guess.Time.Seconds.ShouldBe(1.242, 0.0005);
        guesses[0].Guess.AngleRad.ShouldBe(12.5, 0.005);
        guesses[1].At.ShouldBe(1.70, 0.006);
        (guesses[1].Guess.Confidence, guesses[1].Guess.ReleaseSign, guesses[1].Guess.Time.Seconds).ShouldBe((0.7, 1, guesses[1].At));
    }

    [Theory, InlineData(2.4, 1.12), InlineData(4, 1.24)]
    public void ReleaseThatIsSmall_OrOfAFootThatDoesNotMoveYet_IsNotAnnounced(double peakRadPerS, double fromS)
    {
        List<(double At, ContactEvent Guess)> guesses = [];
        Found(new Step { ReleaseRadPerS = peakRadPerS, RampFromS = fromS }, guesses: guesses, until: 1.26);
        guesses.ShouldBeEmpty();
    }

    // A sole that comes down flat: its impact tells when; without one, where its speed, falling as it does, comes to nothing.
    [Fact]
    public void FlatLanding_IsWhereTheSoleHits()
    {
        List<ContactEvent> found = Found(new Step { LandingRadPerS = 0, ImpactAtS = 1.70, ImpactMps2 = 25, StillFromS = 99 });
        ContactEvent landed = found[^1];
        (landed.Kind, landed.Confidence).ShouldBe((GaitEventKind.InitialContact, 0.6));
        landed.Time.Seconds.ShouldBe(1.70 - (0.5 * PeriodS), 0.0006);
    }

    [Theory, InlineData(9), InlineData(25)]
    public void FlatLanding_IsKnownSoonerWithAnImpact(double impactMps2)
    {
        List<(double At, ContactEvent Contact)> known = [];
        Found(new Step { LandingRadPerS = 0, ImpactAtS = 1.70, ImpactMps2 = impactMps2, StillFromS = 99 }, known: known);
        // Slow from 1.70 s on: 60 ms of it with an impact, 150 without.
        known[^1].At.ShouldBe(impactMps2 > 12 ? 1.765 : 1.855, 0.011);
        if (impactMps2 < 12) known[^1].Contact.Time.Seconds.ShouldBeInRange(1.69, 1.74);
    }

    [Fact]
    public void FootThatIsStill_HasLandedAtOnce()
    {
        List<(double At, ContactEvent Contact)> known = [];
        Found(new Step { LandingRadPerS = 0, StillFromS = 1.73 }, known: known);
        known[^1].Contact.Kind.ShouldBe(GaitEventKind.InitialContact);
        known[^1].At.ShouldBe(1.73, 0.006);
    }

    // Samples that were lost may hold the landing, unless the foot swung or landed after them: then it may have been as early as they begin.
    [Theory, InlineData(1.5, 1.75, true, true), InlineData(1.4, 1.5, true, false), InlineData(1.65, 1.8, false, true), InlineData(1.4, 1.5, false, false), InlineData(0.5, 0.8, false, false)]
    public void LandingAfterLostSamples_SaysHowMuchEarlierItMayBe(double from, double to, bool turns, bool isUnsure)
    {
        ContactDetector detector = new(new ContactLimits());
        Step step = new() { LandingRadPerS = turns ? 4 : 0, StillFromS = 1.82 };
        double before = from - PeriodS;
        Found(step, detector, until: from - (PeriodS / 2));
        detector.MarkGap(At(before), At(to));
        ContactEvent landed = Found(step, detector, from: to)[^1];
        landed.Kind.ShouldBe(GaitEventKind.InitialContact);
        landed.AmbiguityS.ShouldBe(isUnsure ? landed.Time.Seconds - before : 0, 1e-6);
    }

    // In the air for longer than 3 s: the landing was lost, and the foot stands, with no event.
    [Fact]
    public void SwingThatDoesNotEnd_IsGivenUp()
    {
        ContactDetector detector = new(new ContactLimits());
        List<ContactEvent> found = Found(new Step { LandingRadPerS = 0, FliesOn = true, StillFromS = 99 }, detector, until: 4.2);
        (found.Count, detector.InSwing).ShouldBe((1, true));
        found = Found(new Step { LandingRadPerS = 0, FliesOn = true, StillFromS = 99 }, detector, from: 4.2, until: 4.3);
        (found.Count, detector.InSwing).ShouldBe((0, false));
    }

    // A recording that begins at rest begins with a foot that stood; one that begins in flight, with a landing whose release was not seen.
    [Fact]
    public void RecordingThatBeginsAtRest_HasNoLandingAtFirst()
    {
        ContactDetector detector = new(new ContactLimits());
        Found(new Step(), detector, from: 0, until: 0.9).ShouldBeEmpty();
        detector.InSwing.ShouldBeFalse();
    }

    [Fact]
    public void RecordingThatBeginsInFlight_HasALandingOnly()
    {
        List<ContactEvent> found = Found(new Step(), from: 1.45);
        found.Select(e => e.Kind).ShouldBe([GaitEventKind.InitialContact]);
        found[0].Time.Seconds.ShouldBe(1.723, 0.001);
    }

    // A foot lifted straight and flat: 0.3 m without a rest, after more than 0.6 s of stance; it left when it began to move.
    [Theory, InlineData(0.5, true), InlineData(0.25, false)]
    public void FootThatIsLiftedFlat_LeftWhenItBeganToMove(double mps, bool isStep)
    {
        ContactDetector detector = new(new ContactLimits());
        List<ContactEvent> found = [];
        for (double t = 0; t < 3; t += PeriodS)
        {
            double speed = t < 1.5 ? 0 : t < 2.4 ? mps : 0;
            if (detector.TryPush(new ContactSample(At(t), 0, 0.3, speed, speed, 0, t < 1.5 || t > 2.45, true), out ContactEvent e)) found.Add(e);
        }

        found.Any(e => e.Kind == GaitEventKind.TerminalContact).ShouldBe(isStep);
        if (!isStep) return;
        (found[0].ReleaseSign, found[0].Confidence, found[0].AngleRad).ShouldBe((0, 0.5, 0.3));
        found[0].Time.Seconds.ShouldBe(1.495, 0.006);
    }

    // Lifted so soon after it landed, or after a pause on the way, it is none.
    [Theory, InlineData(0.55, 0, false), InlineData(0.65, 0, true), InlineData(0.65, 0.25, false)]
    public void FootThatIsLiftedSoon_OrRestsOnTheWay_IsNotLifted(double stanceS, double restsAfterM, bool isStep)
    {
        ContactDetector detector = new(new ContactLimits());
        SetStance(detector, 1, hasRested: true);
        bool found = false;
        double way = 0;
        bool hasRested = restsAfterM == 0;
        for (double t = 1 + stanceS - 0.62; t < 1 + stanceS; t += PeriodS)
        {
            double speed = 0.5;
            if (!hasRested && way > restsAfterM) (speed, hasRested) = (0, true);
            way += speed * PeriodS;
            found |= detector.TryPush(new ContactSample(At(t), 0, 0, speed, speed, 0, false, true), out _);
        }

        found.ShouldBe(isStep);
    }

    private static void SetStance(ContactDetector detector, double sinceS, bool hasRested)
    {
        ContactDetector.State s = detector.Snapshot;
        s.HasSample = true;
        s.InSwing = false;
        s.Last = new ContactSample(At(sinceS), 0, 0, 0, 0, 0, false, true);
        s.Stance = new ContactDetector.StanceState { Contact = At(sinceS), HasRested = hasRested, SlowTime = At(sinceS) };
        detector.Snapshot = s;
    }

    private static List<ContactEvent> Found(
        Step step, ContactDetector? detector = null, double from = 0, double until = 2.3, List<(double At, ContactEvent Guess)>? guesses = null, List<(double At, ContactEvent Contact)>? known = null)
    {
        detector ??= new ContactDetector(new ContactLimits());
        List<ContactEvent> found = [];
        for (int i = (int)Math.Round(from / PeriodS); i * PeriodS < until; i++)
        {
            double t = i * PeriodS;
            if (detector.TryPush(step.At(t), out ContactEvent e))
            {
                found.Add(e);
                known?.Add((t, e));
            }

            if (detector.Guess is { } guess) guesses?.Add((t, guess));
        }

        return found;
    }

    private static DeviceTime At(double seconds) => DeviceTime.FromSeconds(seconds);

    /// <summary>Rest to 1 s, release to 1.3 s, swing to 1.7 s, landing to 1.8 s, rest.</summary>
    private sealed class Step
    {
        public int Sense { get; init; } = 1;

        public double ReleaseRadPerS { get; init; } = 4;

        public double ReleaseFromS { get; init; } = 1;

        public double BackRadPerS { get; init; }

        public double SwingRadPerS { get; init; } = 5;

        public Func<double, double> SwingShape { get; init; } = u => Math.Sin(Math.PI * u);

        public double LandingRadPerS { get; init; } = 4;

        public double TopMps { get; init; } = 2;

        public double RampFromS { get; init; } = 1.2;

        public double RampS { get; init; } = 0.2;

        public bool HasSpeed { get; init; } = true;

        public bool NeverStill { get; init; }

        public bool FliesOn { get; init; }

        public double StillFromS { get; init; } = 1.9;

        public double ImpactAtS { get; init; } = -1;

        public double ImpactMps2 { get; init; }

        public ContactSample At(double t)
        {
            double r = t - ReleaseFromS;
            double rate = r is > 0 and < 0.3 ? ReleaseRadPerS * Math.Sin(Math.PI * r / 0.3)
                : r >= 0.3 && t <= 1.3 ? -BackRadPerS
                : t is > 1.3 and < 1.7 ? -SwingRadPerS * SwingShape((t - 1.3) / 0.4)
                : t is >= 1.7 and < 1.8 ? LandingRadPerS * Math.Min(1, (t - 1.7) / 0.05)
                : 0;
            double speed = t <= RampFromS ? 0
                : t < RampFromS + RampS ? TopMps * (t - RampFromS) / RampS
                : t < 1.6 || FliesOn ? TopMps
                : Math.Max(0, TopMps * (1.72 - t) / 0.12);
            bool isStill = !NeverStill && (t < 1 && r < 0 || t >= StillFromS);
            double force = Math.Abs(t - ImpactAtS) < 0.001 ? ImpactMps2 : 0;
            return new ContactSample(DeviceTime.FromSeconds(t), Sense * rate, 10 * t, speed, speed, force, isStill, HasSpeed);
        }
    }
}
