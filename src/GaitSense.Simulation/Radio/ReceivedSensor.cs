using GaitSense.Core;
using GaitSense.Protocol;

namespace GaitSense.Simulation.Radio;

/// <summary>
/// A sensor of any make as a host receives it: its bytes and when they arrive, with a clock, a link and faults, while true time is known. It answers what
/// the dialogue of its <see cref="Profile"/> asks. The same seed gives the same, bit for bit.
/// </summary>
public sealed class ReceivedSensor
{
    // What waited is handed on one by one, s.
    private const double HandedOnS = 0.0001;

    private readonly ProtocolFirmware? _own;
    private readonly RadioModel _radio;
    private readonly SimulatedClock _clock;
    private readonly ulong _seed;
    private readonly double _rateHz;
    private readonly RadioLink _asides;
    private Guid _samples;

    /// <summary>A sensor.</summary>
    /// <param name="make">Its make.</param>
    /// <param name="rateHz">Samples a second, as it takes them, Hz.</param>
    /// <param name="clock">Its clock against true time; only stamps show it.</param>
    /// <param name="radio">Its link. Samples per packet are those of the make.</param>
    /// <param name="seed">Chance.</param>
    public ReceivedSensor(SensorMake make, double rateHz, SimulatedClock clock, RadioModel radio, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(clock);
        ArgumentNullException.ThrowIfNull(radio);
        (Make, _rateHz, _clock, _radio, _seed) = (make, rateHz, clock, radio with { SamplesPerPacket = MakerBytes.SamplesPerPacket(make) }, seed);
        _asides = new RadioLink(_radio, seed, 3);
        _own = make == SensorMake.GaitSense ? new ProtocolFirmware(Foot.Left, rateHz) : null;
        Profile = make switch
        {
            SensorMake.GaitSense => SensorProfiles.GaitSense,
            SensorMake.MovellaDot => SensorProfiles.MovellaDot,
            SensorMake.MetaMotion => SensorProfiles.MetaMotion,
            _ => SensorProfiles.WitMotion,
        };
    }

    /// <summary>Its make.</summary>
    public SensorMake Make { get; }

    /// <summary>Its profile.</summary>
    public SensorProfile Profile { get; }

    /// <summary>Whether it answers questions for its time.</summary>
    public bool AnswersTime => _own is not null;

    /// <summary>What it does when it is asked something at a true time; what it says to that is added.</summary>
    /// <param name="step">What is asked.</param>
    /// <param name="askedS">When, s.</param>
    /// <param name="answers">Receives notifications.</param>
    /// <returns>The value where something is read.</returns>
    public byte[] Take(in SensorStep step, double askedS, ICollection<ReceivedBytes> answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        double receivedS = _asides.Cross(askedS + _radio.HostDelayS), answeredS = receivedS + 0.005, arrivedS = _asides.Cross(answeredS) + _radio.HostDelayS;
        if (step.Kind == SensorStepKind.Subscribe) _samples = step.Characteristic;
        if (step.Kind == SensorStepKind.Read) return _own?.Read(step.Characteristic, Us(receivedS)) ?? MakerBytes.DotControl(_rateHz);
        if (step.Kind != SensorStepKind.Write) return [];
        _own?.Write(step.Characteristic, step.Value.Span, Us(receivedS), Us(answeredS), (characteristic, value) => answers.Add(new ReceivedBytes(arrivedS, characteristic, value.ToArray())));
        if (Make == SensorMake.MetaMotion && MakerBytes.MetaMotionAnswer(step.Value.Span) is { } info) answers.Add(new ReceivedBytes(arrivedS, _samples, info));
        return [];
    }

    /// <summary>All of a walk that arrives, in the order of arrival. The dialogue was opened before.</summary>
    /// <param name="samples">What it reads, by true time.</param>
    /// <param name="faults">What goes wrong.</param>
    public IReadOnlyList<ReceivedBytes> Receive(ReadOnlySpan<ImuSample> samples, LinkFaults faults)
    {
        ArgumentNullException.ThrowIfNull(faults);
        RadioLink link = new(_radio, _seed);
        DeterministicRandom chance = new(_seed, 640);
        List<ReceivedBytes> all = [];
        int batch = _own?.SamplesPerPacket ?? _radio.SamplesPerPacket;
        ImuSample[] packet = new ImuSample[batch];
        double lastS = 0, glitchS = faults.GlitchEveryS;
        for (int first = 0; first + batch <= samples.Length; first += batch)
        {
            double readyS = samples[first + batch - 1].Time.Seconds;
            bool isGlitch = faults.GlitchEveryS > 0 && readyS > glitchS;
            if (isGlitch) glitchS += faults.GlitchEveryS;
            for (int i = 0; i < batch; i++)
                packet[i] = samples[first + i] with { Time = new DeviceTime(Us(samples[first + i].Time.Seconds + (isGlitch ? faults.GlitchS : 0))) };
            IReadOnlyList<byte[]> values = _own is null ? MakerBytes.Encode(Make, packet) : [Own(packet)];
            foreach (byte[] value in values)
            {
                double? arrivalS = link.Send(readyS, batch).ArrivalS;
                bool isLost = chance.NextDouble() < faults.LossShare;
                foreach ((double fromS, double forS) in faults.Outages) isLost |= readyS >= fromS && readyS < fromS + forS;
                if (arrivalS is not { } atS || isLost) continue;
                foreach ((double fromS, double forS) in faults.Stalls)
                    if (atS >= fromS && atS < fromS + forS) atS = fromS + forS;
                lastS = Math.Max(lastS + (atS > lastS ? 0 : HandedOnS), atS);
                all.Add(new ReceivedBytes(lastS, _samples, value));
            }
        }

        return all;
    }

    private byte[] Own(ReadOnlySpan<ImuSample> packet)
    {
        Span<byte> room = stackalloc byte[SamplePacket.MaxSize];
        return room[.._own!.Encode(packet, room)].ToArray();
    }

    private long Us(double trueS) => (long)Math.Round(_clock.DeviceS(trueS) * 1e6);
}
