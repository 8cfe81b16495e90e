namespace GaitSense.Clinic.Live;

/// <summary>The sensors that this computer's Bluetooth reaches.</summary>
public interface ISensorSources
{
    /// <summary>Finds the sensors of a walk.</summary>
    /// <param name="left">The left foot's, by its address; null: who is in range and known.</param>
    /// <param name="right">The right foot's.</param>
    /// <param name="stop">Ends the search.</param>
    /// <exception cref="Core.GaitSenseException">They are not in range, or which is which is not known.</exception>
    Task<FoundSensors> FindAsync(string? left, string? right, CancellationToken stop);
}
