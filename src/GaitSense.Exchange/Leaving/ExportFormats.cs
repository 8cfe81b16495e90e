namespace GaitSense.Exchange;

/// <summary>In which forms data leave.</summary>
[Flags]
public enum ExportFormats
{
    /// <summary>In none.</summary>
    None = 0,

    /// <summary>Tables as text with commas.</summary>
    Csv = 1,

    /// <summary>The same tables in Apache Parquet.</summary>
    Parquet = 2,

    /// <summary>A bundle of FHIR R4 for each person.</summary>
    Fhir = 4,

    /// <summary>A BIDS data set for each recording.</summary>
    Bids = 8,
}
