namespace GaitSense.Core;

/// <summary>How a foot rolls over a stance: in what time it comes down flat, and in what time it rolls off again.</summary>
internal struct StanceRoll
{
    // What takes longer is a foot that was put down flat, or one that moves while it stands.
    private const double MaxLoadS = 0.4;
    private const double MaxPushS = 0.6;
    private const double MaxStanceS = 2;

    private DeviceTime _landing;
    private double _loadS;

    /// <summary>ln of the time of rolling off over that of coming down, of the stance before the present swing; null where it was not seen.</summary>
    public double? Ln { get; private set; }

    public void Land(DeviceTime landing) => (_landing, _loadS) = (landing, 0);

    public void Flat(DeviceTime flat) => _loadS = flat.SecondsSince(_landing);

    public void Release(DeviceTime? heelOff, DeviceTime release)
    {
        double push = heelOff is { } off ? release.SecondsSince(off) : 0;
        bool isSeen = _loadS is > 0 and < MaxLoadS && push is > 0 and < MaxPushS && release.SecondsSince(_landing) < MaxStanceS;
        Ln = isSeen ? Math.Log(push / _loadS) : null;
    }
}
