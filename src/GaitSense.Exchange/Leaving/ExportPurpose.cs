namespace GaitSense.Exchange;

/// <summary>What data leave for.</summary>
public enum ExportPurpose
{
    /// <summary>For the person, or for those who look after them. Dates leave too.</summary>
    Care,

    /// <summary>For research: only of people who consented, days counted from the first session, no dates and no fall diary's words.</summary>
    Research,
}
