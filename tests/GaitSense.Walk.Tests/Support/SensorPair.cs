using GaitSense.Core;
using GaitSense.Protocol;
using GaitSense.Recording;
using GaitSense.Simulation;
using GaitSense.Streams;

namespace GaitSense.Walk.Tests;

/// <summary>
/// Two simulated sensors and a host without threads, tasks or clocks: what a page does, step by step. Time is a number that goes up by 5 ms; whatever arrives is handed
/// to the walk at once.
/// </summary>
internal sealed class SensorPair
{
    private const double RateHz = 200, StepS = 0.005;

    private readonly SimulatedFoot[] _feet;
    private readonly Dictionary<Guid, int>[] _channels = [[], []];
    private double _nowS;

    public SensorPair(SimulatedRecording recording)
    {
        _feet = [.. new[] { Foot.Left, Foot.Right }.Select(f => new SimulatedFoot(new ProtocolFirmware(f, RateHz), new SimulatedFootOptions
        {
            Samples = recording.SamplesOf(f).ToArray(),
            Clock = new SimulatedClock { DriftRatio = f == Foot.Left ? 30e-6 : -30e-6, OffsetS = 100 + (int)f },
            Stream = (ulong)f,
        }))];
        Inputs = [.. _feet.Select((_, i) => new FootInput((Foot)i, new ClockAlignmentOptions()))];
        Streams = new FeetStreams(Inputs, new MergeOptions());
    }

    public FootInput[] Inputs { get; }

    public FeetStreams Streams { get; }

    public HostTime Now => new((long)Math.Round(_nowS * 1e6));

    /// <summary>What a session with these sensors says of itself.</summary>
    public SessionManifest Manifest(WalkPipelineOptions walk) => new()
    {
        Name = "pair",
        StartedUtc = DateTimeOffset.UnixEpoch,
        Zone = "UTC",
        StartedHostUs = Now.Microseconds,
        Person = new SessionPerson(),
        Sensors = [.. Inputs.Select(i => new SessionSensor(i.Foot, "simulated", i.Kind!.Name, 1 / i.Kind.PeriodS, i.Kind.Clock))],
        Software = Analysis.WalkContext.LibraryVersion,
        Protocol = ProtocolVersion.Current.ToString(),
        Settings = new SessionSettings { Walk = walk, Clock = new ClockAlignmentOptions(), LongestMergeWaitS = new MergeOptions().LongestMergeWaitS, LongestStartWaitS = new MergeOptions().LongestStartWaitS },
    };

    /// <summary>Opens both connections and asks for the time, as a page would before a walk.</summary>
    public void Connect()
    {
        for (int foot = 0; foot < 2; foot++)
        {
            SensorProfile profile = SensorProfiles.GaitSense;
            Inputs[foot].Open(profile, profile.DefaultSettings with { RateHz = (ushort)RateHz }, forgetChannels: true, Now);
            Open(foot, untilSamples: true);
            Inputs[foot].Begin(Now);
            for (int i = 0; i < 10; i++)
            {
                if (Inputs[foot].TryAskTime(Now, out SensorStep ask)) _feet[foot].Write(ask.Characteristic, ask.Value.Span, _nowS);
                Pass(0.04, Hear);
            }
        }

        for (int foot = 0; foot < 2; foot++) Open(foot, untilSamples: false);
    }

    /// <summary>Hands all that arrives to a walk, until a time.</summary>
    public void Walk(IWalkInput walk, double untilS)
    {
        foreach (FootInput input in Inputs) walk.SetFlowing(input.Foot, true, Now);
        Pass(untilS - _nowS, (foot, channel, value) => walk.Push((Foot)foot, channel, value, Now), () => walk.Advance(Now));
    }

    private delegate void Arrival(int foot, int channel, ReadOnlySpan<byte> value);

    private void Hear(int foot, int channel, ReadOnlySpan<byte> value)
    {
        Span<byte> time = stackalloc byte[FootInput.TimeSize];
        if (Inputs[foot].Hear(channel, value, Now, time)) Inputs[foot].Take(FootInput.TimeChannel, time, Now);
    }

    private void Open(int foot, bool untilSamples)
    {
        while (true)
        {
            SensorStep step = Inputs[foot].NextStep(Now);
            switch (step.Kind)
            {
                case SensorStepKind.Subscribe:
                    _channels[foot][step.Characteristic] = Inputs[foot].Subscribe(step.Characteristic, Now);
                    if (untilSamples && step.Characteristic == GaitSenseUuid.SampleStream) return;
                    break;
                case SensorStepKind.Read:
                    Inputs[foot].OnRead(_feet[foot].Firmware.Read(step.Characteristic, _feet[foot].DeviceUs(_nowS)), Now);
                    break;
                case SensorStepKind.Write:
                    _feet[foot].Write(step.Characteristic, step.Value.Span, _nowS);
                    break;
                case SensorStepKind.Wait or SensorStepKind.Pause:
                    Pass(0.1, Hear);
                    break;
                default:
                    Inputs[foot].Session.Refusal.ShouldBeNull();
                    return;
            }
        }
    }

    private void Pass(double seconds, Arrival arrival, Action? passed = null)
    {
        for (double until = _nowS + seconds; _nowS < until;)
        {
            _nowS += StepS;
            for (int foot = 0; foot < 2; foot++)
            {
                _feet[foot].Advance(_nowS);
                while (_feet[foot].TryReceive(_nowS, out Guid characteristic, out ReadOnlySpan<byte> value, out _))
                    if (_channels[foot].TryGetValue(characteristic, out int channel)) arrival(foot, channel, value);
            }

            passed?.Invoke();
        }
    }
}
