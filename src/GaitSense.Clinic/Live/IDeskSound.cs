using GaitSense.Feedback.Plan;

namespace GaitSense.Clinic.Live;

/// <summary>The sound of this computer, for walks that are led from a desk.</summary>
public interface IDeskSound
{
    /// <summary>Opens the output, and has the plan's words spoken beforehand.</summary>
    /// <param name="plan">What is cued.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="Core.GaitSenseException">There is none, it is taken, or it is heard too late for this plan.</exception>
    Task<DeskSound> OpenAsync(CuePlan plan, CancellationToken stop);
}
