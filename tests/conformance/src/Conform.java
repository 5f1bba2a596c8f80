// SPDX-License-Identifier: ISC
//
// Conform: holds PDF files against ISO 14289-1 (PDF/UA-1) and ISO 19005-3
// level A (PDF/A-3a), as veraPDF understands them. One line a file and
// profile: “ok FILE PROFILE”, or “FAIL FILE PROFILE CLAUSE-TEST: message”.
//
//   java Conform FILE...
//   java Conform --rules      prints the rules: PROFILE CLAUSE-TEST
//
// Exit status: 0 all files conform, 1 not so, 2 usage.

import java.io.FileInputStream;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;

public final class Conform {
    private static final List<PDFAFlavour> PROFILES =
        List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_3_A);
    private static final int FAULTS_SHOWN = 20;

    private Conform() { }

    public static void main(String[] args) {
        if (args.length == 0) {
            System.err.println("usage: Conform FILE... | --rules");
            System.exit(2);
        }
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        if (args[0].equals("--rules")) {
            PROFILES.forEach(Conform::printRules);
            return;
        }
        boolean fine = true;
        for (String file : args)
            for (PDFAFlavour profile : PROFILES)
                fine &= check(file, profile);
        System.exit(fine ? 0 : 1);
    }

    private static void printRules(PDFAFlavour profile) {
        for (Rule rule : Profiles.getVeraProfileDirectory()
                .getValidationProfileByFlavour(profile).getRules())
            System.out.println(profile.getId() + " "
                + rule.getRuleId().getClause() + "-"
                + rule.getRuleId().getTestNumber());
    }

    /** Whether the file conforms; says so, or why not. */
    private static boolean check(String file, PDFAFlavour profile) {
        Set<String> faults = new TreeSet<>();
        try (InputStream in = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance()
                    .createParser(in, profile);
                PDFAValidator validator = Foundries.defaultInstance()
                    .createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            for (TestAssertion a : result.getTestAssertions())
                if (a.getStatus() == TestAssertion.Status.FAILED)
                    faults.add(a.getRuleId().getClause() + "-"
                        + a.getRuleId().getTestNumber() + ": "
                        + a.getMessage());
            if (!result.isCompliant() && faults.isEmpty())
                faults.add("not compliant");
        } catch (Exception e) {
            faults.add("cannot be read: " + e);
        }
        if (faults.isEmpty())
            System.out.println("ok " + file + " " + profile.getId());
        faults.stream().limit(FAULTS_SHOWN).forEach(f ->
            System.out.println("FAIL " + file + " " + profile.getId() + " "
                + f));
        return faults.isEmpty();
    }
}
