namespace GaitSense.Clinic.Live;

/// <summary>The sensors that this computer's Bluetooth reaches.</summary>
public interface ISensorSources
{
    /// <summary>Finds the sensors of a walk.</summary>
    /// <param name="tell">Is told what a person at the desk should know.</param>
    /// <param name="stop">Ends the search.</param>
    /// <exception cref="Core.GaitSenseException">They are not in range, or which is which is not known.</exception>
    Task<FoundSensors> FindAsync(Action<string> tell, CancellationToken stop);
}
