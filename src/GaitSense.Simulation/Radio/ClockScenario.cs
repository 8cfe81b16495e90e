using GaitSense.Core;

namespace GaitSense.Simulation.Radio;

/// <summary>One sensor's packets and clock exchanges as a host sees them over a radio link, with the truth beside them. The same seed gives the same, bit for bit.</summary>
public sealed record ClockScenario
{
    private const double EarlyS = 60;

    /// <summary>The sensor's clock.</summary>
    public SimulatedClock Clock { get; init; } = new();

    /// <summary>The link.</summary>
    public RadioModel Radio { get; init; } = new();

    /// <summary>Samples a second by the sensor's clock, Hz. <value>The default is 200.</value></summary>
    public double RateHz { get; init; } = 200;

    /// <summary>How long, s. <value>The default is 1800.</value></summary>
    public double DurationS { get; init; } = 1800;

    /// <summary>Mean time between clock exchanges, s, every time another by up to a fifth; 0 for none. In the first minute twice as often. <value>The default is 0.5.</value></summary>
    public double ExchangeEveryS { get; init; } = 0.5;

    /// <summary>
    /// Longest pause before the sensor answers, s, every time another, so that answers meet the radio at every phase. <value>The default is 0.03.</value>
    /// </summary>
    public double AnswerPauseS { get; init; } = 0.03;

    /// <summary>Exchanges at the start, 30 to 60 ms apart. <value>The default is 32.</value></summary>
    public int ExchangesAtStart { get; init; } = 32;

    /// <summary>Longest delay a busy host adds to a packet, s. <value>The default is 0.05.</value></summary>
    public double BurstDelayS { get; init; } = 0.05;

    /// <summary>Share of time in which the host is busy. <value>The default is 0.1.</value></summary>
    public double BurstShare { get; init; } = 0.1;

    /// <summary>Chance.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Which of several sensors of that seed.</summary>
    public ulong Stream { get; init; }

    /// <summary>True time when the sensor's clock shows <paramref name="device"/>, as the host's clock has it.</summary>
    public HostTime Truth(DeviceTime device) => new((long)Math.Round(Clock.TrueS(device.Seconds) * 1e6));

    /// <summary>All that arrives, in the order of arrival.</summary>
    public IReadOnlyList<ClockObservation> Observe()
    {
        RadioLink link = new(Radio, Seed, Stream);
        DeterministicRandom chance = new(Seed, 900 + Stream);
        List<ClockObservation> all = [];
        double exchangeS = 0, lastS = 0, busyUntilS = 0, idleUntilS = chance.NextDouble() * 20, period = Radio.SamplesPerPacket / RateHz;
        int exchanges = 0;
        for (long i = 0; ; i++)
        {
            double deviceS = Clock.OffsetS + (i * period), readyS = Clock.TrueS(deviceS);
            if (readyS > DurationS) break;
            while (ExchangeEveryS > 0 && exchangeS <= readyS)
            {
                all.Add(Exchange(link, exchangeS, AnswerPauseS * chance.NextDouble(), Busy(exchangeS), Busy(exchangeS)));
                exchangeS += exchanges++ < ExchangesAtStart ? 0.03 + (0.03 * chance.NextDouble()) : ExchangeEveryS * (exchangeS < EarlyS ? 0.5 : 1) * (0.8 + (0.4 * chance.NextDouble()));
            }

            if (link.Send(readyS, Radio.SamplesPerPacket).ArrivalS is not { } arrivalS) continue;
            lastS = Math.Max(lastS, arrivalS + Busy(readyS)); // nothing overtakes
            all.Add(new ClockObservation(At(lastS), DeviceTime.FromSeconds(deviceS), null));
        }

        return [.. all.OrderBy(o => o.Arrived)]; // stable: what one connection event brings stays in its order

        // A host that is busy delays by anything up to its worst; then it is idle for a while.
        double Busy(double timeS)
        {
            double draw = chance.NextDouble();
            if (timeS > idleUntilS)
            {
                double length = 0.5 + (4 * draw);
                busyUntilS = timeS + length;
                idleUntilS = busyUntilS + (length * (1 / Math.Max(BurstShare, 1e-9) - 1));
            }

            return timeS < busyUntilS ? draw * BurstDelayS : 0;
        }
    }

    private ClockObservation Exchange(RadioLink link, double askedS, double pauseS, double busyDownS, double busyUpS)
    {
        double receivedS = link.Cross(askedS + Radio.HostDelayS + busyDownS), answeredS = receivedS + 0.0005 + pauseS;
        HostTime arrived = At(link.Cross(answeredS) + Radio.HostDelayS + busyUpS);
        DeviceTime received = DeviceTime.FromSeconds(Clock.DeviceS(receivedS)), answered = DeviceTime.FromSeconds(Clock.DeviceS(answeredS));
        return new ClockObservation(arrived, answered, new ClockExchange(At(askedS), received, answered, arrived));
    }

    private static HostTime At(double timeS) => new((long)Math.Round(timeS * 1e6));
}
