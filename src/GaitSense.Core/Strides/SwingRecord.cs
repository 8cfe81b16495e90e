namespace GaitSense.Core;

/// <summary>State of the stride that is not complete yet.</summary>
internal struct SwingRecord
{
    public bool HasRelease;
    public bool HasLanding;
    public DeviceTime? OpeningContact;
    public DeviceTime TerminalContact;
    public double TerminalContactAmbiguityS;
    public DeviceTime InitialContact;
    public double AngleAtTerminalContact;
    public double AngleAtInitialContact;
    public double ReleaseRad;
    public double ContactConfidence;
    public bool HasStart;
    public MidStanceReference Start;
    public bool HasGap;
    public bool HasSlip;
    public double HeightShiftM;
    public HeightProfile Heights;
    public SwingPath Path;
    public DeviceTime? FootFlat;
    public DeviceTime? HeelOff;
}
