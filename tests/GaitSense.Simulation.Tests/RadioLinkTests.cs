using GaitSense.Simulation.Radio;

namespace GaitSense.Simulation.Tests;

public sealed class RadioLinkTests
{
    private static readonly double[] TenMinutes = [.. Enumerable.Range(0, 60_000).Select(i => i * 0.01)];

    private static IReadOnlyList<RadioPacket> Send(RadioModel model, ulong seed = 1) => new RadioLink(model, seed).SendAll(TenMinutes);

    [Fact]
    public void SendAll_GoodLink_CarriesEveryPacketAtAConnectionEventInOrder()
    {
        RadioModel model = new() { SamplesPerPacket = 7, RetryShare = 0 };
        IReadOnlyList<RadioPacket> packets = Send(model);
        packets.Count.ShouldBe(8572);
        packets.Sum(p => p.SampleCount).ShouldBe(60_000);
        packets[^1].SampleCount.ShouldBe(60_000 - (8571 * 7));
        double phase = (packets[0].ArrivalS!.Value - model.HostDelayS) % model.ConnectionIntervalS;
        for (int i = 0; i < packets.Count; i++)
        {
            packets[i].Sequence.ShouldBe(i);
            packets[i].FirstSample.ShouldBe(i * 7);
            double delay = packets[i].ArrivalS!.Value - packets[i].ReadyS;
            delay.ShouldBeInRange(model.HostDelayS - 1e-9, model.HostDelayS + model.ConnectionIntervalS + 1e-9);
            double events = (packets[i].ArrivalS!.Value - model.HostDelayS - phase) / model.ConnectionIntervalS;
            events.ShouldBe(Math.Round(events), 1e-6);
        }
    }

    [Fact]
    public void SendAll_AnyLink_NeverReordersAndNeverDeliversEarly()
    {
        RadioModel model = new() { RetryShare = 0.4, LossShare = 0.1, DisconnectsPerMin = 4, PacketsPerEvent = 2, SamplesPerPacket = 2 };
        double last = double.NegativeInfinity;
        foreach (RadioPacket packet in Send(model).Where(p => !p.IsLost))
        {
            packet.ArrivalS!.Value.ShouldBeGreaterThanOrEqualTo(last);
            packet.ArrivalS.Value.ShouldBeGreaterThanOrEqualTo(packet.ReadyS + model.HostDelayS - 1e-9);
            last = packet.ArrivalS.Value;
        }
    }

    [Theory, InlineData(0.02, 3, 1), InlineData(0.10, 6, 1), InlineData(0.05, 8, 0.5)]
    public void SendAll_BadSpells_LoseTheShareInBurstsOfTheLengthAskedFor(double share, double burst, double inSpell)
    {
        RadioModel model = new() { LossShare = share, BadSpellPackets = burst, LossInBadSpell = inSpell, SamplesPerPacket = 1 };
        RadioPacket[] packets = [.. Enumerable.Range(0, 5).SelectMany(seed => Send(model, (ulong)seed))];
        double lost = packets.Count(p => p.IsLost);
        (lost / packets.Length).ShouldBe(share, 0.08 * share);
        if (inSpell < 1) return;
        int bursts = 0;
        for (int i = 1; i < packets.Length; i++) bursts += packets[i].IsLost && !packets[i - 1].IsLost ? 1 : 0;
        (lost / bursts).ShouldBe(burst, 0.08 * burst);
    }

    [Fact]
    public void SendAll_LostConnections_LeaveHolesAsLongAsTheReconnecting()
    {
        RadioModel model = new() { DisconnectsPerMin = 3, ReconnectS = 2, RetryShare = 0 };
        List<double> holes = [];
        double? from = null;
        foreach (RadioPacket p in Enumerable.Range(0, 5).SelectMany(seed => Send(model, (ulong)seed)))
        {
            if (p.IsLost) from ??= p.ReadyS;
            else if (from is { } f)
            {
                holes.Add(p.ReadyS - f);
                from = null;
            }
        }

        holes.Count.ShouldBeInRange(100, 170);
        holes.Average().ShouldBe(2, 0.15);
        holes.ShouldAllBe(h => h > 0.9 && h < 3.2);
    }

    [Fact]
    public void SendAll_MoreThanTheLinkCarries_FillsTheQueueAndLosesTheRest()
    {
        // Twenty packets a second through a link of ten.
        RadioModel model = new() { ConnectionIntervalS = 0.1, PacketsPerEvent = 1, RetryShare = 0, QueuePackets = 8 };
        IReadOnlyList<RadioPacket> packets = Send(model);
        ((double)packets.Count(p => p.IsLost) / packets.Count).ShouldBe(0.5, 0.01);
        packets.Where(p => !p.IsLost).Max(p => p.ArrivalS!.Value - p.ReadyS).ShouldBeInRange(0.75, 0.95);
    }

    [Fact]
    public void SendAll_SameSeed_IsTheSame()
    {
        RadioModel model = new() { LossShare = 0.05, DisconnectsPerMin = 1 };
        Send(model, 4).ShouldBe(Send(model, 4));
        Send(model, 5).ShouldNotBe(Send(model, 4));
    }

    [Fact]
    public void Send_BackwardInTime_IsTheCallersBug()
    {
        RadioLink link = new(new RadioModel(), 1);
        link.Send(2, 5);
        Should.Throw<ArgumentOutOfRangeException>(() => link.Send(1.9, 5));
        Should.Throw<ArgumentOutOfRangeException>(() => link.Send(3, 0));
        Should.Throw<ArgumentException>(() => new RadioLink(new RadioModel { ConnectionIntervalS = 0.001 }, 1));
        Should.Throw<ArgumentException>(() => new RadioLink(new RadioModel { LossShare = 0.5, LossInBadSpell = 0.5 }, 1));
    }
}
