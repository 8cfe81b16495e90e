using GaitSense.Core;
using GaitSense.Protocol;
using GaitSense.Simulation.Radio;

namespace GaitSense.Streams.Tests;

/// <summary>Two sensors' packets become one walk: in the order of time, with what people asked for and who was away. Sensors with stamps, 60 Hz, clocks that differ by 7 s.</summary>
public sealed class FeetStreamsTests
{
    private const double RateHz = 60, EndS = 12;

    private readonly List<(Foot Foot, double TimeS)> _samples = [];
    private readonly List<string> _requests = [];
    private readonly List<double> _uncertainties = [];
    private readonly FootInput[] _inputs = [new(Foot.Left), new(Foot.Right)];
    private readonly Dictionary<Guid, int>[] _channels = [[], []];
    private readonly ReceivedSensor[] _sensors;
    private readonly FeetStreams _streams;

    public FeetStreamsTests()
    {
        _sensors = [.. BothFeet.InOrder.Select(f => new ReceivedSensor(SensorMake.MovellaDot, RateHz, new SimulatedClock { OffsetS = f == Foot.Left ? 3 : 10 }, new RadioModel(), (ulong)f + 1))];
        _streams = new FeetStreams(_inputs);
        foreach (Foot foot in BothFeet.InOrder) Open(foot);
    }

    [Fact]
    public void Samples_OfBothFeet_ComeInTheOrderOfTheirTimes()
    {
        Walk();
        _samples.Count.ShouldBeInRange((int)(2 * RateHz * EndS) - 20, (int)(2 * RateHz * EndS));
        for (int i = 1; i < _samples.Count; i++) _samples[i].TimeS.ShouldBeGreaterThanOrEqualTo(_samples[i - 1].TimeS);
        ((double)_samples.Count(s => s.Foot == Foot.Left)).ShouldBe(_samples.Count / 2, 3);
        _samples[0].TimeS.ShouldBe(0, 1e-6, "the walk's clock shows 0 at the first sample");
        _samples[^1].TimeS.ShouldBe(EndS, 0.1);
    }

    [Fact]
    public void Request_ComesOnce_BetweenTheSamplesOfItsTime_AndIsLogged()
    {
        Log log = new();
        _streams.Log = log;
        Walk(atS: 6, act: () => _streams.Ask("cues-stop", At(6)));
        _requests.Count.ShouldBe(1);
        int at = int.Parse(_requests[0].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        _samples[at - 1].TimeS.ShouldBe(6, 0.3);
        log.Requests.ShouldBe(["cues-stop"]);
        log.Ended.ShouldBe(1);
    }

    [Fact]
    public void Foot_ThatIsAwayForAWhile_IsWaitedForBrieflyAndCountedAsAway()
    {
        Walk(silent: Foot.Left, fromS: 4, untilS: 7);
        FootPresence left = _streams.Presence[0], right = _streams.Presence[1];
        left.AwayS.ShouldBe(3, 0.2);
        (left.Stretches, left.AwayAtEndS).ShouldBe((1, 0));
        (right.Stretches, right.AwayS).ShouldBe((0, 0));
        ((double)_samples.Count(s => s.Foot == Foot.Right && s.TimeS is > 4.2 and < 6.8)).ShouldBe(2.6 * RateHz, 4);
    }

    [Fact]
    public void Foot_ThatNeverComesBack_IsAwayAtTheEnd()
    {
        Walk(silent: Foot.Right, fromS: 5, untilS: 100);
        FootPresence right = _streams.Presence[1];
        right.AwayAtEndS.ShouldBe(EndS - 5, 0.3);
        (right.AwayS, right.Stretches).ShouldBe((right.AwayAtEndS, 1));
        _streams.Presence[0].Stretches.ShouldBe(0);
    }

    [Fact]
    public void Walk_BeginsWithOneFoot_WhereTheOtherNeverSends()
    {
        Walk(silent: Foot.Left, fromS: 0, untilS: 100);
        _streams.Start.ShouldNotBeNull();
        _samples.ShouldAllBe(s => s.Foot == Foot.Right);
        _samples.Count.ShouldBeGreaterThan((int)(RateHz * EndS) - 30);
    }

    // Told when it is known, and again when it has changed: not with each sample.
    [Fact]
    public void Uncertainty_OfTheTwoClocks_IsToldWhenItChanges()
    {
        Walk();
        _uncertainties.Count.ShouldBeInRange(1, 60);
        _uncertainties[^1].ShouldBeInRange(0, 0.05);
        _uncertainties.Zip(_uncertainties.Skip(1), (a, b) => a == b).ShouldAllBe(same => !same);
    }

    [Fact]
    public void Feet_OfAWalk_AreOneOrTwoDifferentOnes()
    {
        Should.Throw<ArgumentException>(() => new FeetStreams([])).Message.ShouldContain("one sensor or two");
        Should.Throw<ArgumentException>(() => new FeetStreams([new(Foot.Left), new(Foot.Left)])).Message.ShouldContain("different feet");
        FeetStreams left = new([new(Foot.Left)]);
        Should.Throw<ArgumentException>(() => left.SetFlowing(Foot.Right, true, default)).Message.ShouldContain("No such foot");
        left.Apply(Foot.Right, SensorInput.Flowing, default, 1, []).ShouldBeFalse();
        left.Apply(Foot.Left, SensorInput.Flowing, default, 1, []).ShouldBeTrue();
    }

    [Fact]
    public void Flowing_IsLogged()
    {
        Log log = new();
        _streams.Log = log;
        _streams.SetFlowing(Foot.Left, false, At(1));
        _streams.SetFlowing(Foot.Right, true, At(1));
        log.Flows.ShouldBe([(Foot.Left, 0), (Foot.Right, 1)]);
    }

    private static HostTime At(double seconds) => new((long)Math.Round(seconds * 1e6));

    private void Open(Foot foot)
    {
        int f = (int)foot;
        FootInput input = _inputs[f];
        input.Open(_sensors[f].Profile, _sensors[f].Profile.DefaultSettings with { RateHz = (ushort)RateHz }, forgetChannels: true, At(0));
        for (int i = 0; i < 64; i++)
        {
            SensorStep step = input.NextStep(At(0.1));
            if (step.Kind is SensorStepKind.Idle or SensorStepKind.Refused) break;
            if (step.Kind == SensorStepKind.Subscribe) _channels[f][step.Characteristic] = input.Subscribe(step.Characteristic, At(0.1));
            byte[] read = _sensors[f].Take(in step, 0.1, []);
            if (step.Kind == SensorStepKind.Read) input.OnRead(read, At(0.1));
        }

        input.Begin(At(0.1));
        _streams.SetFlowing(foot, flows: true, At(0.1));
    }

    private void Walk(Foot? silent = null, double fromS = 0, double untilS = 0, double atS = double.PositiveInfinity, Action? act = null)
    {
        ImuSample[] still = [.. Enumerable.Range(0, (int)(RateHz * EndS)).Select(i => new ImuSample(DeviceTime.FromSeconds(i / RateHz), new Vector3D(0.01 * (i % 7), 0, 9.81), new Vector3D(0.01, 0, 0.01 * (i % 5))))];
        IEnumerable<(Foot Foot, ReceivedBytes Bytes)> heard = BothFeet.InOrder.SelectMany(f => _sensors[(int)f].Receive(still, new LinkFaults()).Select(b => (f, b))).OrderBy(h => h.b.ArrivalS);
        foreach ((Foot foot, ReceivedBytes bytes) in heard)
        {
            double nowS = bytes.ArrivalS;
            if (nowS >= atS)
            {
                act!();
                atS = double.PositiveInfinity;
            }

            if (foot != silent || nowS < fromS || nowS >= untilS) _streams.Push(foot, _channels[(int)foot][bytes.Characteristic], bytes.Value, At(nowS));
            _streams.Advance(At(nowS));
            Take();
        }

        _streams.End();
        Take();
    }

    private void Take()
    {
        while (_streams.TryTake(out SampleBlock block))
        {
            if (block.Request is { } request) _requests.Add(FormattableString.Invariant($"{request} {_samples.Count}"));
            if (block.ClockUncertaintyS is { } uncertainty) _uncertainties.Add(uncertainty);
            foreach (ref readonly FootedSample sample in block.Samples) _samples.Add((sample.Foot, sample.Sample.Time.Seconds));
            block.Dispose();
        }
    }

    private sealed class Log : IInputLog
    {
        public List<string> Requests { get; } = [];

        public List<(Foot, int)> Flows { get; } = [];

        public int Ended { get; private set; }

        public void OnInput(Foot foot, SensorInput input, HostTime time, int number, ReadOnlySpan<byte> value)
        {
            if (input == SensorInput.Flowing) Flows.Add((foot, number));
        }

        public void OnTime(HostTime time)
        {
        }

        public void OnRequest(HostTime time, string request) => Requests.Add(request);

        public void OnEnded(HostTime time) => Ended++;
    }
}
