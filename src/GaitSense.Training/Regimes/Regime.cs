namespace GaitSense.Training.Regimes;

/// <summary>Under which rules progression is used.</summary>
public enum Regime
{
    /// <summary>A study that an ethics committee approved.</summary>
    ApprovedStudy,

    /// <summary>A decision of the clinic on what the software is there, in regulatory terms.</summary>
    RegulatoryDecision,
}
