using GaitSense.Core;
using GaitSense.Protocol;
using GaitSense.Simulation.Presets;
using GaitSense.Simulation.Radio;
using GaitSense.Streams;

namespace GaitSense.Browser;

/// <summary>
/// A simulated pair of shoes and the host that speaks to them, without threads, tasks or clocks: what a page does with real ones, step by step. Time is a number that
/// goes up by 5 ms; whatever arrives is handed to the walk at once.
/// </summary>
internal sealed class SimulatedShoes
{
    private const double StepS = 0.005;

    private readonly ushort _rateHz;
    private readonly SimulatedFoot[] _feet;
    private readonly Dictionary<Guid, int>[] _channels = [[], []];
    private double _nowS;

    /// <summary>Shoes that play a walk; it begins when they are asked for samples.</summary>
    /// <param name="recording">What they play.</param>
    public SimulatedShoes(SimulatedRecording recording)
    {
        double rateHz = recording.Sensor.RateHz;
        _rateHz = (ushort)Math.Round(rateHz);
        _feet = [.. new[] { Foot.Left, Foot.Right }.Select(f => new SimulatedFoot(new ProtocolFirmware(f, rateHz), new SimulatedFootOptions
        {
            Samples = recording.SamplesOf(f).ToArray(),
            Clock = new SimulatedClock { DriftRatio = f == Foot.Left ? 30e-6 : -30e-6, OffsetS = 100 + (int)f },
            Stream = (ulong)f,
        }))];
        Inputs = [.. _feet.Select((_, i) => new FootInput((Foot)i))];
        Streams = new FeetStreams(Inputs);
    }

    /// <summary>What each foot tells.</summary>
    public FootInput[] Inputs { get; }

    /// <summary>Both feet's streams.</summary>
    public FeetStreams Streams { get; }

    /// <summary>The host's time.</summary>
    public HostTime Now => new((long)Math.Round(_nowS * 1e6));

    /// <summary>Opens both connections and asks for the time, as a page would before a walk.</summary>
    public void Connect()
    {
        for (int foot = 0; foot < 2; foot++)
        {
            SensorProfile profile = SensorProfiles.GaitSense;
            Inputs[foot].Open(profile, profile.DefaultSettings with { RateHz = _rateHz }, forgetChannels: true, Now);
            Open(foot, untilSamples: true);
            Inputs[foot].Begin(Now);
            for (int i = 0; i < 10; i++)
            {
                if (Inputs[foot].TryAskTime(Now, out SensorStep ask)) _feet[foot].Write(ask.Characteristic, ask.Value.Span, _nowS);
                Pass(0.04, Receive);
            }
        }

        for (int foot = 0; foot < 2; foot++) Open(foot, untilSamples: false);
    }

    /// <summary>Tells a walk that samples flow.</summary>
    /// <param name="walk">The walk.</param>
    public void Begin(IWalkInput walk)
    {
        foreach (FootInput input in Inputs) walk.SetFlowing(input.Foot, true, Now);
    }

    /// <summary>Hands all that arrives to a walk.</summary>
    /// <param name="walk">The walk.</param>
    /// <param name="untilS">Until when, s since the shoes began.</param>
    public void Walk(IWalkInput walk, double untilS)
    {
        Pass(untilS - _nowS, (foot, channel, value) => walk.Push((Foot)foot, channel, value, Now), () => walk.Advance(Now));
    }

    private delegate void Arrival(int foot, int channel, ReadOnlySpan<byte> value);

    private void Receive(int foot, int channel, ReadOnlySpan<byte> value)
    {
        Span<byte> time = stackalloc byte[FootInput.TimeSize];
        if (Inputs[foot].Receive(channel, value, Now, time)) Inputs[foot].Take(FootInput.TimeChannel, time, Now);
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
                    Pass(0.1, Receive);
                    break;
                default:
                    if (Inputs[foot].Dialogue.Refusal is { } refusal) throw new GaitSenseException($"The simulated shoe {refusal.Message}.");
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
